import { type ScaleName, scales } from "@/server/statistics/scale";

/** The least and largest accuracy of an axis, fractions. */
export type Domain = [low: number, high: number];

/** Points further from the middle half than this many times its width do not stretch the frame. */
const farthest = 6;
const padding = 0.05;
const fewest = 20;

/**
 * What an axis shows of accuracies (fractions) in a scale: all of them with a margin, unless a few of many lie so far out that the
 * rest would be crowded into a corner; those are left outside the frame. Without two different values: a tenth around what there is.
 */
export function domainOf(values: readonly number[], scale: ScaleName): Domain {
  const { forward, back } = scales[scale];
  const places = values
    .map(forward)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const [least, most] = [places[0], places.at(-1)];
  if (least === undefined || most === undefined) return [0.5, 0.95];
  if (least === most) return around(back(least));
  const [low, high] = places.length < fewest ? [least, most] : withoutFar(places);
  const margin = padding * (high - low);
  return scale === "linear"
    ? [Math.max(0, low - margin), Math.min(1, high + margin)]
    : [back(low - margin), back(high + margin)];
}

function around(fraction: number): Domain {
  const middle = Math.min(0.949, Math.max(0.051, fraction));
  return [middle - 0.05, middle + 0.05];
}

function withoutFar(places: readonly number[]): [number, number] {
  const at = (share: number) => places[Math.round(share * (places.length - 1))]!;
  const [lower, upper] = [at(0.25), at(0.75)];
  const reach = farthest * (upper - lower);
  if (reach === 0) return [places[0]!, places.at(-1)!];
  return [
    places.find((place) => place >= lower - reach)!,
    places.findLast((place) => place <= upper + reach)!,
  ];
}
