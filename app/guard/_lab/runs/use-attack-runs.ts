import { useEffect, useRef, useState } from "react";
import { openAttackWorker } from "./open-attack-worker";
import type { PlannedRun } from "./plan-runs";
import { runInWorkers } from "./run-in-workers";
import { type RunResult, untouched } from "./run-results";

export type RunPhase = "idle" | "running" | "stopped" | "done" | "trouble";

/** One core stays with the page; more than four workers would heat a phone for little. */
const workersHere = () => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/** The runs of the lab: starts them in web workers, keeps their curves, stops them. */
export function useAttackRuns() {
  const [results, setResults] = useState<readonly RunResult[]>([]);
  const [phase, setPhase] = useState<RunPhase>("idle");
  const stopRuns = useRef<() => void>(() => {});
  useEffect(() => () => stopRuns.current(), []);

  const start = (plan: readonly PlannedRun[]) => {
    stopRuns.current();
    setResults(plan.map(untouched));
    setPhase("running");
    const told = {
      result: (result: RunResult) =>
        setResults((known) => known.map((other) => (other.run.key === result.run.key ? result : other))),
      end: () => setPhase("done"),
      trouble: () => setPhase("trouble"),
    };
    try {
      stopRuns.current = runInWorkers(plan, told, { workers: workersHere(), openWorker: openAttackWorker });
    } catch {
      setPhase("trouble");
    }
  };
  const stop = () => {
    stopRuns.current();
    setPhase("stopped");
  };
  return { results, phase, start, stop };
}
