"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Vouches for one team. */
export function VouchButton({ team }: { team: string }) {
  const api = useTRPC();
  const vouch = useMutation(api.admin.vouch.mutationOptions());
  return (
    <ActButton
      label="Vouch"
      warning={`You say that ${team} is one person or group, and known.`}
      reason="How they are known"
      act={vouch}
      inputOf={(reason) => ({ teams: [team], vouched: true, reason })}
    />
  );
}
