import { scales } from "../../statistics/scale";
import { type Rational, rationalToNumber } from "../rational";
import type { RoundingGrid } from "../rounding-grid";

/**
 * What a released loss reveals about right less wrong sides (normal with `mean` and `variance`) if `known` further images are
 * wrong: by how many variances its expectation now exceeds `mean`. `grid` is the policy's.
 */
export function releasedSurprise(
  released: { loss: Rational; grid: RoundingGrid; images: number },
  known: number,
  sides: { count: number; mean: number; variance: number },
): number {
  const { loss, grid, images } = released;
  const spread = Math.sqrt(sides.variance);
  if (spread < 1e-6) return 0;
  const errors = rationalToNumber(loss) * images - known;
  const place = (wrong: number) => (sides.count - 2 * wrong - sides.mean) / spread;
  if (grid === "exact") return place(errors) / spread;
  const half = (rationalToNumber(grid) * images) / 2;
  const [low, high] = [place(errors + half), place(errors - half)];
  const chance = scales.probit.back(high) - scales.probit.back(low);
  if (chance < 1e-9) return 0;
  return (density(low) - density(high)) / chance / spread;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
