import type { AttackProgress } from "@/server/release/attacks/run-attack";
import type { AttackWorker, WorkerListener } from "./run-in-workers";

/** Runs attack-worker.ts in a web worker. */
export function openAttackWorker(listener: WorkerListener): AttackWorker {
  const worker = new Worker(new URL("./attack-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<AttackProgress>) => listener.progress(data));
  worker.addEventListener("error", () => listener.failure());
  return { send: (run) => worker.postMessage(run, {}), close: () => worker.terminate() };
}
