"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Asks a worker to measure, for the first time or again. */
export function MeasureButton({ pool, again }: { pool: string; again: boolean }) {
  const api = useTRPC();
  const measureAdaptivity = useMutation(api.audit.measureAdaptivity.mutationOptions());
  return (
    <ActButton
      label={again ? "Measure again" : "Measure"}
      act={measureAdaptivity}
      inputOf={() => ({ pool })}
    />
  );
}
