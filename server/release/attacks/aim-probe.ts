import type { Policy } from "../policy";
import { rationalToNumber } from "../rational";
import { roundingGrid } from "../rounding-grid";
import { climbRate, type Probe, rootOf, surpriseOfAnswer } from "./probe-plan";

/**
 * The probe wanted: one that flips `flips` torn images, churns `churn` known ones, asks for `atLeast` steps and climbs at `rate`.
 * `variance` is that of d, `errors` are those expected of the model last released, `room` is the most that can be churned.
 */
export type WantedProbe = {
  flips: number;
  churn: number;
  atLeast: number;
  rate: number;
  variance: number;
  errors: number;
  room: number;
};

/** A rate at which a climb is taken for sure. */
export const sureRate = 0.99;

/** Of the sums that stand for integrals while a probe is sought. */
const roughParts = 32;

/**
 * How much better the probe must be on average, in images, and how many it churns, so that it climbs at the rate wanted and its released
 * number is then a fair bit: the errors expected after a climb lie where the rounding turns. It churns more or less than was wanted as
 * that needs; where no churn brings both, the number counts for less.
 */
export function aimProbe(
  policy: Policy,
  images: number,
  wanted: WantedProbe,
): { gains: number; churn: number } {
  const { flips, rate, variance, atLeast } = wanted;
  const probeOf = (gains: number, churn: number): Probe => {
    return { D: flips + churn + Math.abs(gains), gains, variance, atLeast };
  };
  const rateOf = (gains: number, churn: number) =>
    climbRate(policy, images, probeOf(gains, churn), roughParts);
  const plain = {
    gains: rootOf([-images / 10, images], (gains) => rateOf(gains, wanted.churn) - rate, 14),
    churn: wanted.churn,
  };
  const grid = roundingGrid(policy);
  if (grid === "exact") return plain;
  const step = rationalToNumber(grid) * images;
  const climbed = surpriseOfAnswer(policy, images, probeOf(plain.gains, plain.churn), true);
  const over = (wanted.errors - plain.gains - climbed.shift * variance) / step - 0.5;
  if (rate >= sureRate) return { ...plain, gains: plain.gains + (over - Math.floor(over)) * step };
  for (const turns of [0, 1, -1]) {
    const gains = plain.gains + (over - Math.round(over) + turns) * step;
    const churn = rootOf([0, wanted.room], (churn) => rate - rateOf(gains, churn), 12);
    if (Math.abs(rateOf(gains, churn) / rate - 1) < 0.3) return { gains, churn };
  }
  return plain;
}
