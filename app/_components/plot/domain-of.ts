import { type ScaleName, scales } from "@/server/statistics/scale";

/** The least and largest accuracy of an axis, fractions. */
export type Domain = [low: number, high: number];

const padding = 0.05;

/** What an axis shows of accuracies (fractions) in a scale, with a margin. Without two different values: a tenth around them. */
export function domainOf(values: readonly number[], scale: ScaleName): Domain {
  const { forward, back } = scales[scale];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of values.map(forward).filter(Number.isFinite)) {
    low = Math.min(low, place);
    high = Math.max(high, place);
  }
  if (low > high) return [0.5, 0.95];
  // Closer than a millionth: what there and back again loses would be larger than the margin.
  if (high - low < 1e-6) return around(back(low));
  const margin = padding * (high - low);
  return scale === "linear"
    ? [Math.max(0, low - margin), Math.min(1, high + margin)]
    : [back(low - margin), back(high + margin)];
}

function around(fraction: number): Domain {
  const low = Math.max(0.001, fraction - 0.05);
  const high = Math.min(0.999, fraction + 0.05);
  return [Math.max(0, Math.min(low, fraction - 1e-5)), Math.min(1, Math.max(high, fraction + 1e-5))];
}
