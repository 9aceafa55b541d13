import { type AttackProgress, runAttack } from "@/server/release/attacks/run-attack";
import type { PlannedRun } from "./plan-runs";

const millisecondsBetween = 80;

// A run never yields, so its reports are thinned out here; the page could not draw them faster anyway.
self.addEventListener("message", ({ data }: MessageEvent<PlannedRun>) => {
  let reportedAt = 0;
  const onProgress = (progress: AttackProgress) => {
    if (progress.done < progress.of && performance.now() - reportedAt < millisecondsBetween) return;
    reportedAt = performance.now();
    self.postMessage(progress, {});
  };
  runAttack(data.attack, { repetitions: data.repetitions, seed: data.seed, onProgress });
});
