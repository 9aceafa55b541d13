import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { competitionRanks } from "@/server/statistics/competition-ranks";
import { deltaRanks } from "@/server/statistics/delta-ranks";
import { rankRanges } from "@/server/statistics/rank-ranges";
import { roundedAccuracy } from "@/server/statistics/rounded-accuracy";
import { absent, timmResults } from "./reference-data";

const images = (percent: number, total: number) => Math.round((percent / 100) * total);
const meanDelta = (ranks: { delta: number }[]) =>
  ranks.reduce((sum, { delta }) => sum + delta, 0) / ranks.length;

describe("competition ranks", () => {
  test("share the best place on a tie and skip the next", () => {
    expect(competitionRanks([0.7, 0.9, 0.9, 0.5])).toEqual([3, 1, 1, 4]);
  });

  test("are one more than the number of better entries", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const better = values.map((value) => 1 + values.filter((other) => other > value).length);
        expect(competitionRanks(values)).toEqual(better);
      }),
      { seed: 10 },
    );
  });
});

describe("an accuracy at a step", () => {
  const eta = { numerator: 1, denominator: 100 };

  test.each([
    [7655, 0.77],
    [7650, 0.76],
    [7651, 0.77],
    [10_000, 1],
    [49, 0],
  ])("of %d right among 10,000 is %d, a tie going to the larger loss", (correct, accuracy) => {
    expect(roundedAccuracy({ correct, total: 10_000, eta })).toBe(accuracy);
  });

  test("is exact without a step", () => {
    expect(roundedAccuracy({ correct: 1, total: 3 })).toBe(1 / 3);
  });
});

describe("delta ranks", () => {
  test("are the original rank minus the new one", () => {
    const entries = [
      { original: { correct: 90, total: 100 }, newAccuracy: 0.7 },
      { original: { correct: 80, total: 100 }, newAccuracy: 0.8 },
    ];
    expect(deltaRanks(entries)).toEqual([
      { original: 1, new: 2, delta: -1 },
      { original: 2, new: 1, delta: 1 },
    ]);
  });

  test("are 0 for everyone where the new accuracy is the original one, rounded", () => {
    const eta = { numerator: 1, denominator: 50 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2000 })), (counts) => {
        const entries = counts.map((correct) => {
          const original = { correct, total: 2000 };
          return { original, newAccuracy: roundedAccuracy({ ...original, eta }), eta };
        });
        expect(deltaRanks(entries).every(({ delta }) => delta === 0)).toBe(true);
      }),
      { seed: 11 },
    );
  });

  test("leave the original rank exact, and what is rounded inside the difference", () => {
    const eta = { numerator: 1, denominator: 50 };
    const entries = [
      { original: { correct: 611, total: 1000 }, newAccuracy: 0.5, eta },
      { original: { correct: 619, total: 1000 }, newAccuracy: 0.52, eta },
    ];
    expect(deltaRanks(entries)).toEqual([
      { original: 2, new: 2, delta: -1 },
      { original: 1, new: 1, delta: 0 },
    ]);
  });

  const timm = timmResults();
  test.skipIf(!timm)(
    timm ? "against exact original ranks would move timm's models up by tens" : absent,
    () => {
      const eta = { numerator: 1, denominator: 100 };
      const entries = timm!.map((model) => ({
        original: { correct: images(model.original, 50_000), total: 50_000 },
        newAccuracy: roundedAccuracy({ correct: images(model.new, 10_000), total: 10_000, eta }),
      }));
      const exact = meanDelta(deltaRanks(entries));
      const equal = meanDelta(deltaRanks(entries.map((entry) => ({ ...entry, eta }))));
      expect(exact).toBeGreaterThan(30);
      expect(Math.abs(equal)).toBeLessThan(exact / 3);
    },
  );
});

describe("rank ranges", () => {
  test("span the entries whose intervals overlap mine", () => {
    const intervals = [
      { lower: 0.8, upper: 0.9 },
      { lower: 0.7, upper: 0.82 },
      { lower: 0.5, upper: 0.6 },
      { lower: 0.9, upper: 0.95 },
    ];
    expect(rankRanges(intervals)).toEqual([
      [1, 3],
      [2, 3],
      [4, 4],
      [1, 2],
    ]);
  });

  test("follow their definition and hold the rank of any values inside the intervals", () => {
    const intervals = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 8 }))
        .map(([lower, width]) => ({ lower, upper: lower + width })),
    );
    fc.assert(
      fc.property(intervals, (list) => {
        const ranks = competitionRanks(list.map(({ lower, upper }) => (lower + upper) / 2));
        rankRanges(list).forEach(([first, last], i) => {
          expect(first).toBe(1 + list.filter(({ lower }) => lower > list[i]!.upper).length);
          expect(last).toBe(list.length - list.filter(({ upper }) => upper < list[i]!.lower).length);
          expect(ranks[i]).toBeGreaterThanOrEqual(first);
          expect(ranks[i]).toBeLessThanOrEqual(last);
        });
      }),
      { seed: 12 },
    );
  });
});
