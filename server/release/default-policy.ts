import type { Policy } from "./policy";

/**
 * The gated ladder that guards a hidden test set of so many images (its guarded part) unless a maintainer chooses otherwise, and
 * `lifetime`, the number of submissions that one team may ever have scored on the pool.
 */
export function defaultPolicy(images: number): { policy: Policy; lifetime: number } {
  return images >= 8000
    ? { policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" }, lifetime: 100 }
    : { policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 3, noise: "1" }, lifetime: 30 };
}
