"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Ends a rule that vouches. */
export function EndRuleButton({ id, words }: { id: string; words: string }) {
  const api = useTRPC();
  const end = useMutation(api.admin.endVouchRule.mutationOptions());
  return (
    <ActButton
      label="End"
      warning={`Whoever has ${words} is no longer vouched for by that alone.`}
      act={end}
      inputOf={() => ({ id })}
    />
  );
}
