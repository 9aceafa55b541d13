import type { SeededRandom } from "../../statistics/seeded-random";

/** Shuffles `order[from..]` in place (Fisher and Yates). */
export function shuffle(order: Int32Array, random: SeededRandom, from = 0): void {
  for (let i = order.length - 1; i > from; i--) {
    const j = from + Math.floor((random.uint32() / 2 ** 32) * (i - from + 1));
    const swapped = order[i]!;
    order[i] = order[j]!;
    order[j] = swapped;
  }
}

/**
 * Hands out blocks of a random permutation of `0..images-1`, without repeats; when too few images are left, they come first in
 * the next permutation. The block is a view that the next call overwrites.
 */
export function blocksOf(images: number, random: SeededRandom): (size: number) => Int32Array {
  const order = Int32Array.from({ length: images }, (_, i) => i);
  shuffle(order, random);
  let taken = 0;
  return (size) => {
    if (taken + size > images) {
      const left = order.slice(taken);
      order.copyWithin(left.length, 0, taken);
      order.set(left);
      shuffle(order, random, left.length);
      taken = 0;
    }
    taken += size;
    return order.subarray(taken - size, taken);
  };
}
