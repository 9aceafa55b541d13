/** What can show that the machine failed a hidden evaluation. */
export const machineEvidences = ["worker-lost", "machine-lacked", "unanswered"] as const;
export type MachineEvidence = (typeof machineEvidences)[number];

/**
 * The evidence that the machine, and not the model, is to blame. Images without an answer alone are none: a model can leave them
 * unanswered at will. They are where the machine moved the result because it lacked.
 */
export function machineEvidence(given: {
  lostWorkers: number;
  windowsBeyond: number;
  moved: boolean;
  unanswered: number;
}): MachineEvidence[] {
  const { lostWorkers, windowsBeyond, moved, unanswered } = given;
  return machineEvidences.filter(
    (kind) =>
      (kind === "worker-lost" && lostWorkers > 0) ||
      (kind === "machine-lacked" && windowsBeyond > 0) ||
      (kind === "unanswered" && unanswered > 0 && moved),
  );
}
