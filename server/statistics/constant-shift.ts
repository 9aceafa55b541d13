import { linearFit } from "./linear-fit";
import type { Scale } from "./scale";

/**
 * The slope, in `judged`, of a test set that is only harder: every model's coordinate in `shifted` falls by one constant, which
 * changes the average accuracy as much as was observed. In logit it is below one where probits fall, without any wear.
 * @param original accuracies, fractions strictly between 0 and 1
 * @param change the average change, a fraction
 * @returns null where no such constant or no such line exists
 */
export function constantShiftSlope({
  original,
  change,
  shifted,
  judged,
}: {
  original: ArrayLike<number>;
  change: number;
  shifted: Scale;
  judged: Scale;
}): number | null {
  const places = Float64Array.from(original, shifted.forward);
  const moved = (shift: number) => places.map((place) => shifted.back(place + shift));
  const miss = (shift: number) =>
    moved(shift).reduce((sum, accuracy, i) => sum + accuracy - original[i]!, 0) / places.length - change;
  let [low, high] = [-20, 20];
  if (!(miss(low) < 0 && miss(high) > 0)) return null;
  // Bisection: the change rises with the shift, and sixty halvings reach the last bit.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (miss(middle) < 0) low = middle;
    else high = middle;
  }
  const line = linearFit(
    Float64Array.from(original, judged.forward),
    moved((low + high) / 2).map(judged.forward),
  );
  return "reason" in line || !Number.isFinite(line.slope) ? null : line.slope;
}
