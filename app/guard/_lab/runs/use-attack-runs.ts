import { useEffect, useRef, useState } from "react";
import { openAttackWorker } from "./open-attack-worker";
import type { PlannedRun } from "./plan-runs";
import { runInWorkers } from "./run-in-workers";
import { notStarted, type RunResult } from "./run-results";

export type RunPhase = "idle" | "running" | "stopped" | "done" | "failed";

/** One core is left to the page; more than four workers would heat a phone for little gain. */
const workerCount = () => Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

/** The runs of the lab: starts them in web workers, holds their results, stops them. */
export function useAttackRuns() {
  const [results, setResults] = useState<readonly RunResult[]>([]);
  const [phase, setPhase] = useState<RunPhase>("idle");
  const stopRuns = useRef<() => void>(() => {});
  useEffect(() => () => stopRuns.current(), []);

  const start = (plan: readonly PlannedRun[]) => {
    stopRuns.current();
    setResults(plan.map(notStarted));
    setPhase("running");
    const report = {
      result: (result: RunResult) =>
        setResults((current) => current.map((other) => (other.run.key === result.run.key ? result : other))),
      end: () => setPhase("done"),
      failure: () => setPhase("failed"),
    };
    try {
      stopRuns.current = runInWorkers(plan, report, { workers: workerCount(), openWorker: openAttackWorker });
    } catch {
      setPhase("failed");
    }
  };
  const stop = () => {
    stopRuns.current();
    setPhase("stopped");
  };
  return { results, phase, start, stop };
}
