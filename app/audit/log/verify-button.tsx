"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Starts a verification of the whole log. */
export function VerifyButton() {
  const api = useTRPC();
  const verify = useMutation(api.audit.verify.mutationOptions());
  return <ActButton label="Verify the whole log" act={verify} inputOf={() => undefined as void} />;
}
