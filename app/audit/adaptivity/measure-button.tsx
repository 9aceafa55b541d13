"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Asks a worker to measure again. */
export function MeasureButton({ pool }: { pool: string }) {
  const api = useTRPC();
  const measureAdaptivity = useMutation(api.audit.measureAdaptivity.mutationOptions());
  return <ActButton label="Measure again" act={measureAdaptivity} inputOf={() => ({ pool })} />;
}
