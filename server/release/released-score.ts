import { z } from "zod";
import type { Metric } from "../evaluation/metric";
import { metricSchema } from "../evaluation/metric-schema";
import { clopperPearson } from "../statistics/clopper-pearson";
import { releasedInterval } from "../statistics/released-interval";
import type { Policy } from "./policy";
import { type Rational, rational, rationalToNumber, rationalToText } from "./rational";
import { releasedLoss } from "./released-loss";
import { roundingGrid } from "./rounding-grid";

const fields = {
  kind: z.enum(["exact", "released", "withheld"]),
  correct: z.int().min(0).nullable(),
  total: z.int().min(1),
  accuracy: z.number().min(0).max(1).nullable(),
  interval: z.strictObject({ lower: z.number().min(0).max(1), upper: z.number().min(0).max(1) }).nullable(),
};

const hidesItsCount = (score: { kind: string; correct: number | null; accuracy: number | null }): boolean =>
  score.kind === "exact"
    ? score.correct !== null && score.accuracy !== null
    : score.correct === null && (score.kind === "released") === (score.accuracy !== null);

const hiddenCount = { error: "only an exact score carries a count, and a withheld one carries nothing" };

/**
 * What a policy released of one score, and the only form in which a score may be shown, sorted by, plotted, stored in public or
 * exported. Only this file mints the brand, so a record with an exact count of a hidden set does not compile where this is
 * required. `accuracy` and `interval` are fractions (Clopper-Pearson, level 0.95; for a released score it covers every count that
 * rounds to it), `lossText` is the exact fraction, such as "23/100".
 */
export const releasedScoreSchema = z
  .strictObject({
    ...fields,
    lossText: z
      .string()
      .regex(/^\d+\/[1-9]\d*$/)
      .nullable(),
  })
  .refine(hidesItsCount, hiddenCount)
  .brand<"ReleasedScore", "inout">();

export type ReleasedScore = z.output<typeof releasedScoreSchema>;

/** A released score with the test set and metric that it belongs to: one element of a submission's `scores`. */
export const scoreSchema = z
  .strictObject({ testSet: z.string(), metric: metricSchema, ...fields })
  .refine(hidesItsCount, hiddenCount)
  .brand<"Score", "inout">();

export type Score = z.output<typeof scoreSchema>;

type Unbranded = Omit<ReleasedScore, typeof z.$brand>;

/** The score of an original, public test set: the count itself, out of `total` images. */
export function releaseExact({ correct, total }: { correct: number; total: number }): ReleasedScore {
  const loss = rational(BigInt(total - correct), BigInt(total));
  const interval = clopperPearson({ correct, total });
  return mint({
    kind: "exact",
    correct,
    total,
    accuracy: correct / total,
    interval,
    lossText: rationalToText(loss),
  });
}

/** What `policy` releases of a count on a hidden test set: the loss rounded to its grid, or the exact loss if it says so. */
export function releaseUnder(input: { policy: Policy; correct: number; total: number }): ReleasedScore {
  const { policy, correct, total } = input;
  const loss = releasedLoss(policy, { errors: total - correct, total });
  const grid = roundingGrid(policy);
  if (grid !== "exact") return releaseOnGrid({ loss, step: grid, total });
  return mintReleased({ loss, total, interval: clopperPearson({ correct, total }) });
}

/** The released form of a loss already on the grid of `step`, as a ladder's rung is. Throws if no count rounds to it. */
export function releaseOnGrid(input: { loss: Rational; step: Rational; total: number }): ReleasedScore {
  const { loss, step, total } = input;
  return mintReleased({ loss, total, interval: releasedInterval({ loss, eta: step, total }) });
}

/** A score that exists but is not shown: waiting, or held on a ladder without a rung. */
export function withhold({ total }: { total: number }): ReleasedScore {
  return mint({ kind: "withheld", correct: null, total, accuracy: null, interval: null, lossText: null });
}

/** The element of a submission's `scores` for a released score. */
export function labelScore(testSet: string, metric: Metric, released: ReleasedScore): Score {
  const { lossText: _, ...shown } = released;
  return { testSet, metric, ...shown } as unknown as Score;
}

/** What `scores` stores of a release; only such a row may be branded again. */
export interface StoredScore {
  kind: "exact" | "released";
  correct: number | null;
  total: number;
  accuracy: number;
  lower: number;
  upper: number;
}

/** The element of a submission's `scores` for a stored row of a release. */
export function restoreScore(testSet: string, metric: Metric, stored: StoredScore): Score {
  const { kind, correct, total, accuracy, lower, upper } = stored;
  return { testSet, metric, kind, correct, total, accuracy, interval: { lower, upper } } as unknown as Score;
}

function mintReleased(score: {
  loss: Rational;
  total: number;
  interval: { lower: number; upper: number };
}): ReleasedScore {
  const { loss, total, interval } = score;
  const { numerator, denominator } = loss;
  // A step that does not divide 1 has a multiple just above it: a loss of 1.05 is still shown as an accuracy of 0.
  const accuracy = Math.max(0, rationalToNumber({ numerator: denominator - numerator, denominator }));
  return mint({ kind: "released", correct: null, total, accuracy, interval, lossText: rationalToText(loss) });
}

function mint(score: Unbranded): ReleasedScore {
  return score as ReleasedScore;
}
