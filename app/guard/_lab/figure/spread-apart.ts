/**
 * Moves places along a line apart until each is at least `gap` from the next, as little as the order allows, within `low` and `high`
 * where there is room. The answer is in the order given.
 */
export function spreadApart(
  places: readonly number[],
  { gap, low, high }: { gap: number; low: number; high: number },
): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  // Neighbours that are too close form a block around the middle of what they wanted.
  const blocks: { start: number; wanted: number[] }[] = [];
  for (const index of order) {
    blocks.push(centred([places[index]!]));
    while (blocks.length > 1 && overlaps(blocks.at(-2)!, blocks.at(-1)!)) {
      blocks.push(centred(blocks.splice(-2).flatMap(({ wanted }) => wanted)));
    }
  }
  const moved = blocks.flatMap(({ start, wanted }) => wanted.map((_, i) => start + i * gap));
  const answer: number[] = [];
  order.forEach((index, i) => {
    answer[index] = moved[i]!;
  });
  return answer;

  function centred(wanted: number[]): { start: number; wanted: number[] } {
    const middle = wanted.reduce((sum, place, i) => sum + place - i * gap, 0) / wanted.length;
    const last = high - (wanted.length - 1) * gap;
    return { start: Math.max(low, Math.min(last, middle)), wanted };
  }

  function overlaps(before: { start: number; wanted: number[] }, after: { start: number }): boolean {
    return after.start < before.start + before.wanted.length * gap - 1e-9;
  }
}
