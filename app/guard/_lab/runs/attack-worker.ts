import { type AttackProgress, runAttack } from "@/server/release/attacks/run-attack";
import type { PlannedRun } from "./plan-runs";

const millisecondsBetween = 80;

// A run never yields, so what it reports is thinned out here: a page cannot draw faster anyway.
self.addEventListener("message", ({ data }: MessageEvent<PlannedRun>) => {
  let told = 0;
  const onProgress = (progress: AttackProgress) => {
    if (progress.done < progress.of && performance.now() - told < millisecondsBetween) return;
    told = performance.now();
    self.postMessage(progress, {});
  };
  runAttack(data.attack, { repetitions: data.repetitions, seed: data.seed, onProgress });
});
