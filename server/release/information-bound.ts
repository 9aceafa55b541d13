import type { Policy } from "./policy";
import { type Rational, rational } from "./rational";
import { roundLoss } from "./round-loss";
import { roundingGrid } from "./rounding-grid";

/**
 * The bits that a pool has given away, at most: `log2 C(k, m) + log2(k + 1)` for which of its `k` scored submissions were the `m`
 * climbs, plus, for every number released at a climb, log2 of the number of values that it could have taken (`releasedValues`).
 */
export function bitsGivenAway(input: {
  submissions: number;
  climbs: number;
  releasedValues: readonly number[];
}): number {
  const { submissions: k, climbs: m } = input;
  let bits = Math.log2(k + 1);
  for (let i = 1; i <= m; i++) bits += Math.log2((k - m + i) / i);
  for (const values of input.releasedValues) bits += Math.log2(values);
  return bits;
}

/**
 * The ceiling for any attacker: the expected bias of any score, as a fraction, is at most `sqrt(I ln 2 / (2 n))` if `I` bits
 * about `n` images were given away (Russo & Zou 2016; Xu & Raginsky 2017).
 */
export function biasCeiling({ bits, images }: { bits: number; images: number }): number {
  return Math.sqrt((bits * Math.LN2) / (2 * images));
}

/**
 * How many values a score released under `policy` could take: any loss on the grid if `below` is null (a first release, or
 * another test set's or metric's score), else any no larger than the rung `below`.
 */
export function possibleValues(input: { policy: Policy; total: number; below: Rational | null }): number {
  const { policy, total } = input;
  const grid = roundingGrid(policy);
  const step = grid === "exact" ? rational(1n, BigInt(total)) : grid;
  const largest = input.below ?? roundLoss(total, total, step);
  return Number((largest.numerator * step.denominator) / (largest.denominator * step.numerator)) + 1;
}
