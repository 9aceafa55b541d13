import type { AttackProgress } from "@/server/release/attacks/run-attack";
import type { AttackWorker, WorkerHearer } from "./run-in-workers";

/** Starts the program of attack-worker.ts in a web worker. */
export function openAttackWorker(hearer: WorkerHearer): AttackWorker {
  const worker = new Worker(new URL("./attack-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<AttackProgress>) => hearer.progress(data));
  worker.addEventListener("error", () => hearer.trouble());
  return { send: (run) => worker.postMessage(run, {}), close: () => worker.terminate() };
}
