import { scales } from "../../statistics/scale";
import { type Rational, rationalToNumber } from "../rational";
import type { RoundingGrid } from "../rounding-grid";
import { type Surprise, surpriseOf } from "./surprise";

const nothing: Surprise = { shift: 0, narrowing: 0 };

/**
 * What a released loss tells of right less wrong sides, normal with `mean` and `variance`, when `known` further images are wrong. `grid`
 * is the policy's.
 */
export function releasedSurprise(
  released: { loss: Rational; grid: RoundingGrid; images: number },
  known: number,
  sides: { count: number; mean: number; variance: number },
): Surprise {
  const { loss, grid, images } = released;
  const spread = Math.sqrt(sides.variance);
  if (spread < 0.1) return nothing;
  const errors = rationalToNumber(loss) * images - known;
  const place = (wrong: number) => (sides.count - 2 * wrong - sides.mean) / spread;
  if (grid === "exact") {
    const mean = place(errors);
    return surpriseOf({ mean, second: mean ** 2 }, sides.variance);
  }
  const half = (rationalToNumber(grid) * images) / 2;
  const [low, high] = [place(errors + half), place(errors - half)];
  const chance = scales.probit.back(high) - scales.probit.back(low);
  if (chance < 1e-9) return nothing;
  const mean = (density(low) - density(high)) / chance;
  const second = 1 + (low * density(low) - high * density(high)) / chance;
  return surpriseOf({ mean, second }, sides.variance);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
