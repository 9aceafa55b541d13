import { mean } from "d3-array";

/**
 * Moves places along an axis apart until each is at least `gap` from the next, as little as their order allows, and within `low` and
 * `high` where there is room. The result is in the order given.
 */
export function dodge(
  places: readonly number[],
  { gap, low, high }: { gap: number; low: number; high: number },
): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  // Neighbours that are too close form a block around the mean of where they belong.
  const blocks: { start: number; places: number[] }[] = [];
  for (const index of order) {
    blocks.push(blockOf([places[index]!]));
    while (blocks.length > 1 && overlaps(blocks.at(-2)!, blocks.at(-1)!)) {
      blocks.push(blockOf(blocks.splice(-2).flatMap((block) => block.places)));
    }
  }
  const moved = blocks.flatMap(({ start, places }) => places.map((_, i) => start + i * gap));
  const dodged: number[] = [];
  order.forEach((index, i) => {
    dodged[index] = moved[i]!;
  });
  return dodged;

  function blockOf(places: number[]): { start: number; places: number[] } {
    const start = mean(places, (place, i) => place - i * gap)!;
    const last = high - (places.length - 1) * gap;
    return { start: Math.max(low, Math.min(last, start)), places };
  }

  function overlaps(before: { start: number; places: number[] }, after: { start: number }): boolean {
    return after.start < before.start + before.places.length * gap - 1e-9;
  }
}
