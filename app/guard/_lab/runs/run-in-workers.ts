import type { AttackProgress } from "@/server/release/attacks/run-attack";
import type { PlannedRun } from "./plan-runs";
import { progressed, type RunResult } from "./run-results";

/** Runs one attack at a time on a thread of its own. */
export interface AttackWorker {
  send: (run: PlannedRun) => void;
  close: () => void;
}

/** What a worker tells of the run that it was sent last. */
export interface WorkerHearer {
  progress: (progress: AttackProgress) => void;
  trouble: () => void;
}

/**
 * Runs a plan on `workers` workers at once, the next run to whichever is free, and tells of each step. Returns a function that stops them
 * all; after it, and after the end, nothing more is told.
 */
export function runInWorkers(
  plan: readonly PlannedRun[],
  tell: { result: (result: RunResult) => void; end: () => void; trouble: () => void },
  { workers, openWorker }: { workers: number; openWorker: (hearer: WorkerHearer) => AttackWorker },
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
        const result = progressed(run, progress);
        tell.result(result);
        if (result.done === result.of) takeNext();
      },
      trouble: () => {
        if (stopped) return;
        stop();
        tell.trouble();
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
      tell.end();
    }
  };
  for (let i = 0; i < workers; i++) startNext();
  return stop;
}
