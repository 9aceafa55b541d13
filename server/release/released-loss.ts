import type { Policy } from "./policy";
import { type Rational, rational } from "./rational";
import { roundLoss } from "./round-loss";
import { roundingGrid } from "./rounding-grid";

/** The loss that a policy releases if `errors` of `total` images are wrong: rounded to its grid, or exact if it says so. */
export function releasedLoss(policy: Policy, { errors, total }: { errors: number; total: number }): Rational {
  const grid = roundingGrid(policy);
  return grid === "exact" ? rational(BigInt(errors), BigInt(total)) : roundLoss(errors, total, grid);
}
