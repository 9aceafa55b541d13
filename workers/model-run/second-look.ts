import { sameBits } from "./same-bits";
import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun } from "./shard-run";

const LOOKED_AT_TWICE = 200;

/**
 * Remembers the answers to some images, whose places in the secret order nobody knows, and has them run a second time among other
 * neighbours: far apart at first, they are each other's then. Images that were lost are left out, and the time is not charged.
 */
export function secondLook(given: ShardEvaluation) {
  const chosen = new Set(placesToLookAt(given.shard.images).map((place) => given.order?.[place] ?? place));
  const seen = new Map<number, Float32Array>();

  return {
    onScores(image: number, scores: Float32Array): void {
      if (chosen.has(image)) seen.set(image, scores.slice());
      given.onScores(image, scores);
    },
    /** Whether one bit of an answer differs. A model that fails only now differs, too. */
    async differs(): Promise<boolean> {
      let found = false;
      const run = beginShardRun({
        ...given,
        order: Uint32Array.from([...chosen].filter((image) => seen.has(image))),
        alone: false,
        onScores(image, scores) {
          if (!sameBits(seen.get(image)!, scores)) found = true;
        },
      });
      try {
        return (await run.child()) !== null || found;
      } finally {
        run.close();
      }
    },
  };
}

/** Places spread over an order, so arranged that neighbours lie apart in it. */
export function placesToLookAt(images: number): number[] {
  const apart = Math.max(1, Math.floor(images / LOOKED_AT_TWICE));
  const places = Array.from({ length: Math.min(images, LOOKED_AT_TWICE) }, (_, i) => i * apart).toReversed();
  return [...places.filter((_, i) => i % 2 === 0), ...places.filter((_, i) => i % 2 === 1)];
}
