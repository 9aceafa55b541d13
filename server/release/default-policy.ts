import type { Policy } from "./policy";

type Guard = { policy: Extract<Policy, { kind: "gated-ladder" }>; lifetime: number };

/**
 * The gated ladder that guards a hidden test set of so many images (its guarded part) unless a maintainer chooses otherwise, and
 * `lifetime`, the number of submissions that one team may ever have scored on the pool. Its gate is noisy, which costs the
 * strongest attack simulated a fifth to a third (0.3 torn; 10,000 images: 0.80 to 0.66 points for one team, 2.58 to 1.98 for ten; 2,000
 * images: 1.25 to 0.88 and 3.59 to 2.32) and lets blind climbing in, which an exact gate stops (0.0 to about 0.7 points). As `d > 0`
 * stays exact, an attacker aims there. The standing measurements are in measured-ceilings.ts.
 */
export function defaultPolicy(images: number): Guard {
  return images >= 8000
    ? {
        policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1", noisyGate: true },
        lifetime: 100,
      }
    : {
        policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 3, noise: "1", noisyGate: true },
        lifetime: 30,
      };
}
