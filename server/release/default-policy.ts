import type { GatedLadder } from "./policy";

type Guard = { policy: GatedLadder; lifetime: number };

/**
 * The gated ladder that guards a hidden test set of so many images (its guarded part) unless a maintainer chooses otherwise, and
 * `lifetime`, the number of submissions that one team may ever have scored on the pool. Its noise moves the gate as it moves the step: an
 * attacker chooses how many images it changes, and so lifts an exact gate above a noisy step, where the answer tells almost a whole bit.
 * The measurements are in measured-ceilings.ts.
 */
export function defaultPolicy(images: number): Guard {
  return images >= 8000
    ? {
        policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 12, noise: "0.5", noisyGate: true },
        lifetime: 100,
      }
    : {
        policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 6, noise: "0.5", noisyGate: true },
        lifetime: 30,
      };
}
