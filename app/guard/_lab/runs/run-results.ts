import type { AttackProgress } from "@/server/release/attacks/run-attack";
import type { PlannedRun } from "./plan-runs";

/** How far a run is: steps done (the attacker's own trials included), repetitions in its curve, and the curve so far. */
export interface RunResult {
  run: PlannedRun;
  done: number;
  of: number;
  repetitions: number;
  bias: AttackProgress["bias"];
}

/** A run that has not started. */
export const notStarted = (run: PlannedRun): RunResult => ({ run, done: 0, of: 0, repetitions: 0, bias: [] });

/** A run after some progress. An attack's own trials come first; only what is done after them are repetitions. */
export function withProgress(run: PlannedRun, { done, of, bias }: AttackProgress): RunResult {
  return { run, done, of, bias, repetitions: Math.max(0, done - (of - run.repetitions)) };
}

export const isDone = ({ done, of }: RunResult): boolean => of > 0 && done === of;

/** The share of the work that is done; all runs count the same. */
export function shareDone(results: readonly RunResult[]): number {
  if (results.length === 0) return 0;
  return results.reduce((sum, { done, of }) => sum + (of > 0 ? done / of : 0), 0) / results.length;
}
