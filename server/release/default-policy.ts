import type { GatedLadder } from "./policy";

type Guard = { policy: GatedLadder; lifetime: number };

/**
 * The gated ladder that guards a hidden test set of `images` images (its guarded part) unless a maintainer chooses otherwise, and
 * `lifetime`, the number of submissions that one team may ever have scored on the pool. Its gate is exact: `noisyGate` would
 * weaken the strongest simulated attack by a fifth to a third, but a model that is no better would climb one time in ten, which
 * spends an honest team's climbs and makes blind climbing possible (0.8 points instead of none). The measurements are in
 * measured-ceilings.ts.
 */
export function defaultPolicy(images: number): Guard {
  return images >= 8000
    ? {
        policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" },
        lifetime: 100,
      }
    : {
        policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 3, noise: "1" },
        lifetime: 30,
      };
}
