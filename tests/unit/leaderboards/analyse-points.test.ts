import { describe, expect, test } from "vitest";
import { analysePoints } from "@/server/leaderboards/analyse-points";
import type { Point } from "@/server/leaderboards/load-points";
import { labelScore, releaseExact, releaseUnder } from "@/server/release/released-score";
import type { RoundingGrid } from "@/server/release/rounding-grid";

const total = 10_000;
const policy = { kind: "gated-ladder", eta: "0.01", c: 3 } as const;
const step = { numerator: 1n, denominator: 100n };

const exact = (testSet: string, correct: number) => {
  const released = releaseExact({ correct, total });
  return { accuracy: released.accuracy!, shown: labelScore(testSet, "top1", released) };
};
const rounded = (correct: number) => {
  const released = releaseUnder({ policy, correct, total });
  return { accuracy: released.accuracy!, shown: labelScore("New", "top1", released) };
};

let minted = 0;
function point(changes: Partial<Point>): Point {
  minted += 1;
  return {
    id: `id ${minted}`,
    kind: "reference",
    name: `model ${minted}`,
    team: null,
    teamName: null,
    source: null,
    url: null,
    year: null,
    parameters: null,
    training: null,
    family: null,
    verified: true,
    disqualified: false,
    held: false,
    notInFit: null,
    answeredBy: null,
    sequence: -1,
    original: null,
    new: null,
    withheld: null,
    ...changes,
  };
}

const reference = (original: number, fresh: number, changes: Partial<Point> = {}) =>
  point({ original: exact("Original", original), new: exact("New", fresh), ...changes });
const entry = (
  sequence: number,
  team: string,
  original: number,
  fresh: number | null,
  changes: Partial<Point> = {},
) =>
  point({
    kind: "entry",
    team,
    sequence,
    held: fresh === null,
    original: exact("Original", original),
    new: fresh === null ? null : rounded(fresh),
    ...changes,
  });

const rowsOf = (points: Point[], grid: RoundingGrid = "exact") =>
  analysePoints({ points, scale: "linear", grid });

/** Five models about new = original - 0.1, give or take a tenth of a point. */
const line = () =>
  [9000, 8000, 7000, 6000, 5000].map((original, i) =>
    reference(original, original - 1000 + (i % 2 ? 10 : -10)),
  );

describe("ranks", () => {
  test("table 1 of the paper: nasnetalarge is second on the original and first on the new set", () => {
    const rows = rowsOf([reference(8286, 7219), reference(8251, 7221), reference(7831, 6702)]);
    expect(rows.map((row) => [row.originalRank, row.newRank, row.deltaRank])).toEqual([
      [1, 2, -1],
      [2, 1, 1],
      [3, 3, 0],
    ]);
    expect(rows.map((row) => row.rankRange)).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ]);
  });

  test("the original rank is exact, and compared at the rounding of the new score, so that a tie moves nobody", () => {
    const rows = rowsOf([entry(1, "a", 8010, 7010), entry(2, "b", 7990, 6990)], step);
    expect(rows.map((row) => [row.originalRank, row.newRank, row.deltaRank])).toEqual([
      [1, 1, 0],
      [2, 1, 0],
    ]);
  });

  test("a held and a disqualified entry have none", () => {
    const rows = rowsOf([
      reference(8000, 7000),
      entry(1, "a", 9000, null),
      entry(2, "b", 9000, 8000, { disqualified: true }),
    ]);
    expect(rows.map((row) => row.newRank)).toEqual([1, null, null]);
  });
});

describe("a held entry", () => {
  test("stands at what its team had when it was decided, not at what came later", () => {
    const rows = rowsOf(
      [
        entry(1, "a", 8000, 7000),
        entry(2, "a", 8000, null),
        entry(3, "a", 8500, 7500),
        entry(4, "a", 8500, null),
      ],
      step,
    );
    expect(rows.map((row) => row.rung)).toEqual([null, 0.7, null, 0.75]);
  });

  test("has no new accuracy, gap or residual of its own", () => {
    const [, held] = rowsOf([entry(1, "a", 8000, 7000), entry(2, "a", 9000, null)], step);
    expect(held).toMatchObject({ new: null, gap: null, residual: null, p: null, mark: null });
  });

  test("does not stand at another team's rung", () => {
    const [, held] = rowsOf([entry(1, "a", 8000, 7000), entry(2, "b", 9000, null)], step);
    expect(held!.rung).toBeNull();
  });
});

describe("deviations", () => {
  test("ten points above a tight line are marked, and a point on it is not", () => {
    const rows = rowsOf([...line(), entry(1, "a", 7500, 7500), entry(2, "b", 7500, 6500)], step);
    const [off, on] = rows.slice(-2);
    expect(off).toMatchObject({ mark: "above" });
    expect(off!.residual).toBeCloseTo(0.1, 2);
    expect(on).toMatchObject({ mark: null });
  });

  test("a model kept out of the fit does not move the line, and is judged by it", () => {
    const outlier = () => reference(5500, 6500, { notInFit: "another kind of model" });
    const without = rowsOf([...line(), entry(1, "a", 7500, 6500)], step).at(-1)!;
    const rows = rowsOf([...line(), outlier(), entry(1, "a", 7500, 6500)], step);
    expect(rows.at(-1)!.residual).toBe(without.residual);
    expect(rows.at(-2)).toMatchObject({ mark: "above" });
  });

  test("neither do entries, climbed or disqualified", () => {
    const alone = rowsOf(line()).map((row) => row.residual);
    const crowd = Array.from({ length: 20 }, (_, i) =>
      entry(i, `t${i}`, 9000, 9000, { disqualified: i % 2 === 0 }),
    );
    expect(
      rowsOf([...line(), ...crowd], step)
        .slice(0, 5)
        .map((row) => row.residual),
    ).toEqual(alone);
  });

  test("only a team's latest climb is tested", () => {
    const rows = rowsOf([...line(), entry(1, "a", 7500, 7500), entry(2, "a", 7500, 7600)], step);
    expect(rows.slice(-2).map((row) => [row.p === null, row.mark])).toEqual([
      [true, null],
      [false, "above"],
    ]);
  });
});

test("a printed accuracy without a count has a place, a rank and a gap", () => {
  const interval = { lower: 0.981, upper: 0.986 };
  const printed = (testSet: string, accuracy: number) => ({
    accuracy,
    shown: {
      testSet,
      metric: "top1",
      kind: "printed",
      correct: null,
      total: null,
      accuracy,
      interval,
    } as const,
  });
  const [row] = rowsOf([point({ original: printed("Original", 0.984), new: printed("New", 0.955) })]);
  expect(row).toMatchObject({ originalRank: 1, newRank: 1, original: { kind: "printed" } });
  expect(row!.gap).toBeCloseTo(0.029, 12);
});
