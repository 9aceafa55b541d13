import { extent } from "d3-array";
import { type ScaleName, scales } from "@/server/statistics/scale";

/** The least and the greatest accuracy on an axis, fractions. */
export type Domain = [low: number, high: number];

const padding = 0.05;

/** The domain of an axis for accuracies (fractions) in a scale, padded. Equal values get five points to either side. */
export function axisDomain(values: readonly number[], scale: ScaleName): Domain {
  const { forward, back } = scales[scale];
  const [low, high] = extent(values.map(forward).filter(Number.isFinite));
  if (low === undefined) return [0.5, 0.95];
  // Below a millionth the padding would be lost in rounding on the way back.
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
