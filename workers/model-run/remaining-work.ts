/** Consecutive places in the order of evaluation. */
export interface Chunk {
  start: number;
  count: number;
}

/** The places not yet handed out, in chunks of `size`, of which none crosses one of `cuts`. */
export function remainingWork(images: number, size: number, cuts: number[] = []) {
  const returned: Chunk[] = [];
  let next = 0;

  return {
    take(): Chunk | null {
      const again = returned.shift();
      if (again) return again;
      if (next >= images) return null;
      const end = Math.min(next + size, images, ...cuts.filter((cut) => cut > next));
      const chunk = { start: next, count: end - next };
      next += chunk.count;
      return chunk;
    },
    /** Queues work again, ahead of anything new: the images of `suspects` one by one, `others` as they were. */
    putBack(suspects: Chunk[], others: Chunk[]): void {
      const alone = suspects.flatMap(({ start, count }) =>
        Array.from({ length: count }, (_, i) => ({ start: start + i, count: 1 })),
      );
      returned.unshift(...alone, ...others);
    },
  };
}
