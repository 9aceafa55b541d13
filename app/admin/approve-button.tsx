"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "../_components/audit/act-button";
import { useTRPC } from "../_components/trpc";

/** Approves a first release. */
export function ApproveButton({ id }: { id: string }) {
  const api = useTRPC();
  const approve = useMutation(api.admin.approve.mutationOptions());
  return (
    <ActButton
      label="Approve"
      warning="One more team learns its first score."
      act={approve}
      inputOf={() => ({ id })}
    />
  );
}
