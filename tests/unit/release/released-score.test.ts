import { expect, test } from "vitest";
import type { z } from "zod";
import { parseDecimal, rational } from "@/server/release/rational";
import {
  labelScore,
  type ReleasedScore,
  releasedScoreSchema,
  releaseExact,
  releaseOnGrid,
  releaseUnder,
  type Score,
  scoreSchema,
  withhold,
} from "@/server/release/released-score";
import { roundLoss } from "@/server/release/round-loss";
import { ladderTraces, whyNoTraces } from "./ladder-traces";

const eta = parseDecimal("0.01")!;
const gated = { kind: "gated-ladder", eta: "0.01", c: 3 } as const;

test("a released interval covers every count that rounds to the score", (context) => {
  if (!ladderTraces) return context.skip(whyNoTraces);
  for (const { n, R, errors_consistent, lower, upper } of ladderTraces.released_interval) {
    const [p, q] = R.split("/").map(BigInt) as [bigint, bigint];
    const loss = rational(p, q);
    for (const errors of errors_consistent) expect(roundLoss(errors, n, eta)).toEqual(loss);
    expect(roundLoss(errors_consistent[0] - 1, n, eta)).not.toEqual(loss);
    expect(roundLoss(errors_consistent[1] + 1, n, eta)).not.toEqual(loss);
    const { interval } = releaseOnGrid({ loss, step: eta, total: n });
    expect(interval!.lower).toBeCloseTo(lower, 12);
    expect(interval!.upper).toBeCloseTo(upper, 12);
  }
});

test("accuracy 0.72 of 10,000 on a grid of 0.01 has the specified interval", () => {
  const { interval } = releaseUnder({ policy: gated, correct: 7213, total: 10_000 });
  expect(interval!.lower).toBeCloseTo(0.70614161494378, 12);
  expect(interval!.upper).toBeCloseTo(0.7337349848447318, 12);
});

test("counts that round alike are released alike, to the last byte", () => {
  const shown = new Set<string>();
  for (let correct = 7151; correct <= 7250; correct++) {
    shown.add(JSON.stringify(releaseUnder({ policy: gated, correct, total: 10_000 })));
  }
  expect(shown.size).toBe(1);
});

test("an exact score carries its count and a withheld one nothing", () => {
  expect(releaseExact({ correct: 9000, total: 10_000 })).toMatchObject({
    kind: "exact",
    correct: 9000,
    accuracy: 0.9,
    lossText: "1/10",
  });
  expect(withhold({ total: 10 })).toEqual({
    kind: "withheld",
    correct: null,
    total: 10,
    accuracy: null,
    interval: null,
    lossText: null,
  });
});

test("the schemas refuse a hidden score with a count in it", () => {
  const released = releaseUnder({ policy: gated, correct: 7213, total: 10_000 });
  const score = labelScore("new", "top1", released);
  expect(scoreSchema.safeParse(score).success).toBe(true);
  expect(releasedScoreSchema.safeParse(released).success).toBe(true);
  expect(scoreSchema.safeParse({ ...score, correct: 7213 }).success).toBe(false);
  expect(releasedScoreSchema.safeParse({ ...released, correct: 7213 }).success).toBe(false);
  expect(scoreSchema.safeParse({ ...score, exact: 7213 }).success).toBe(false);
});

const plain = { kind: "exact" as const, correct: 1, total: 2, accuracy: 0.5, interval: null };
const shown = { released: [] as ReleasedScore[], scores: [] as Score[] };

test("a hand-made score does not compile where a released one is asked for", () => {
  // @ts-expect-error the brand is minted in released-score.ts only
  shown.released.push({ ...plain, lossText: "1/2" });
  // @ts-expect-error the brand is minted in released-score.ts only
  shown.scores.push({ ...plain, testSet: "new", metric: "top1" });
  // @ts-expect-error what a procedure returns must carry the brand too
  const answer: z.input<typeof scoreSchema> = { ...plain, testSet: "new", metric: "top1" };
  expect(answer).not.toHaveProperty("lossText");
});
