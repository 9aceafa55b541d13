import type { AttackProgress } from "@/server/release/attacks/run-attack";
import type { PlannedRun } from "./plan-runs";
import { type RunResult, withProgress } from "./run-results";

/** Runs one attack at a time on a thread of its own. */
export interface AttackWorker {
  send: (run: PlannedRun) => void;
  close: () => void;
}

/** Hears from a worker about the run that it was sent last. */
export interface WorkerListener {
  progress: (progress: AttackProgress) => void;
  failure: () => void;
}

/**
 * Runs a plan on `workers` workers, each taking the next run when it is free, and reports every step. Returns a function that stops them
 * all; after it, and after the end, nothing more is reported.
 */
export function runInWorkers(
  plan: readonly PlannedRun[],
  report: { result: (result: RunResult) => void; end: () => void; failure: () => void },
  { workers, openWorker }: { workers: number; openWorker: (listener: WorkerListener) => AttackWorker },
): () => void {
  const waiting = [...plan];
  const open = new Set<AttackWorker>();
  let stopped = false;
  const stop = () => {
    stopped = true;
    for (const worker of open) worker.close();
    open.clear();
  };
  const startNext = () => {
    const first = waiting.shift();
    if (!first) return;
    let run = first;
    const worker = openWorker({
      progress: (progress) => {
        if (stopped) return;
        const result = withProgress(run, progress);
        report.result(result);
        if (result.done === result.of) takeNext();
      },
      failure: () => {
        if (stopped) return;
        stop();
        report.failure();
      },
    });
    open.add(worker);
    worker.send(run);

    function takeNext() {
      const next = waiting.shift();
      if (next) {
        run = next;
        worker.send(run);
        return;
      }
      worker.close();
      open.delete(worker);
      if (open.size > 0) return;
      stopped = true;
      report.end();
    }
  };
  for (let i = 0; i < workers; i++) startNext();
  return stop;
}
