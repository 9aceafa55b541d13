import { describe, expect, test } from "vitest";
import type { Compared } from "@/server/paper/causes";
import { compareLine } from "@/server/paper/compare-lines";
import { compareTableOne } from "@/server/paper/compare-table-one";
import { compareTableTwo } from "@/server/paper/compare-table-two";
import { measured } from "@/server/paper/measured";
import { paperModels } from "@/server/paper/models";
import { tableOne } from "@/server/paper/printed/table-one";
import { trend } from "@/server/statistics/trend";

const benchmarks = ["cifar-10", "imagenet"] as const;

/** Where the number differs, a cause is given; where it does not, none is. */
function expectCauses(cells: Record<string, Compared>, of: string) {
  for (const [column, { paper, here, causes }] of Object.entries(cells)) {
    expect(causes.length > 0, `${of}, ${column}: ${paper} and ${here}`).toBe(here !== null && here !== paper);
  }
}

describe("table 1", () => {
  const rows = benchmarks.flatMap((benchmark) => compareTableOne(benchmark));
  const row = (model: string) => rows.find((one) => one.model === model)!.cells;

  test("as printed is consistent: the gap is the difference of the accuracies, and so is the move of the ranks", () => {
    for (const { model, cells } of benchmarks.flatMap((benchmark) => tableOne[benchmark])) {
      const difference = Number(cells.original) - Number(cells.fresh);
      expect(Math.abs(difference - Number(cells.gap)), model).toBeLessThan(0.11);
      expect(Number(cells.originalRank) - Number(cells.newRank), model).toBe(Number(cells.deltaRank));
      const ends = [cells.originalLower, cells.original, cells.originalUpper].map(Number);
      expect(ends, model).toEqual(ends.toSorted((a, b) => a - b));
    }
  });

  test("has a cause for every number that differs, and for no other", () => {
    for (const { model, cells } of rows) expectCauses(cells, model);
    const cells = rows.flatMap((one) => Object.values(one.cells));
    expect(cells).toHaveLength(150);
    expect(cells.filter(({ here }) => here === null)).toHaveLength(6);
    expect(cells.filter(({ here, paper }) => here === paper)).toHaveLength(127);
  });

  test("is reproduced on ImageNet but for one tie", () => {
    expect(row("nasnetalarge").deltaRank).toEqual({ paper: "3", here: "3", causes: [] });
    expect(row("pnasnet_large_tf").newRank).toEqual({ paper: "3", here: "2", causes: ["tie"] });
    expect(row("pnasnet_large_tf").deltaRank).toMatchObject({ paper: "-2", here: "-1" });
    const differing = compareTableOne("imagenet").flatMap(({ cells }) =>
      Object.values(cells).filter(({ causes }) => causes.length > 0),
    );
    expect(differing).toHaveLength(2);
  });

  test("has every original rank on CIFAR-10 but the first four places on: four models are missing", () => {
    for (const { model, cells } of compareTableOne("cifar-10").slice(1)) {
      expect(Number(cells.originalRank.paper) - Number(cells.originalRank.here), model).toBe(4);
    }
    expect(row("shake_shake_64d_cutout").freshUpper).toEqual({
      paper: "94.1",
      here: "94.0",
      causes: ["roundedTwice"],
    });
  });
});

describe("table 2", () => {
  const rows = compareTableTwo();

  test("has a cause for every average change that differs, and for no other", () => {
    for (const { testSet, changes } of rows) {
      for (const change of changes) expectCauses({ [change.metric]: change }, testSet);
    }
  });

  test("gives the average changes over 66 models, and over the 64 of the line", () => {
    const [matched] = rows;
    expect(matched!.changes.map(({ here, all }) => [here, all.models])).toEqual([
      ["-11.9", 66],
      ["-8.1", 66],
    ]);
    expect(matched!.changes.map(({ fitted }) => fitted.models)).toEqual([64, 64]);
    // From another program, over the same 64: -0.1197019.
    expect(matched!.changes[0]!.fitted.mean).toBeCloseTo(-0.1197019, 7);
  });

  test("follows if a 67th model, between the two Fisher vectors, loses 10.6 points", () => {
    const printed = { top1: "-11.8", top5: "-8.2" };
    for (const metric of ["top1", "top5"] as const) {
      const change = (name: string) => {
        const model = paperModels.imagenet.find((one) => one.name === name)!;
        const on = (testSet: string) => measured(model, testSet, metric).accuracy;
        return 100 * (on("MatchedFrequency") - on("Original"));
      };
      const { mean } = rows[0]!.changes.find((one) => one.metric === metric)!.all;
      const with67 = (more: number) => ((66 * 100 * mean + more) / 67).toFixed(1);
      expect(with67(change("fv_4k"))).toBe(printed[metric]);
      expect(with67(metric === "top1" ? -10.6 : change("fv_64k"))).toBe(printed[metric]);
    }
  });
});

describe("the lines", () => {
  test("have a cause for every number that differs, and for no other", () => {
    for (const benchmark of benchmarks) expectCauses(compareLine(benchmark).cells, benchmark);
  });

  test("on ImageNet: 1.11 and -20.3 of 64 models, 0.98 and -10.2 with the Fisher vectors", () => {
    const { models, cells, other } = compareLine("imagenet");
    expect([models, cells.slope.here, cells.intercept.here]).toEqual([64, "1.11", "-20.3"]);
    expect([other.models, other.cells.slope, other.cells.intercept]).toEqual([66, "0.98", "-10.2"]);
  });

  test("on CIFAR-10: 1.62 and -65.5 of the 30 released models, closer to the printed line with a 31st", () => {
    const { models, cells, other } = compareLine("cifar-10");
    expect([other.models, other.cells.slope, other.cells.intercept]).toEqual([30, "1.62", "-65.5"]);
    expect([models, cells.slope.here, cells.intercept.here]).toEqual([31, "1.63", "-66.9"]);
  });

  test("on ImageNet: one model fewer moves line and interval as far as to the printed ones", () => {
    const { reach } = compareLine("imagenet");
    expect(100 * reach.intercept.upper).toBeGreaterThan(-20.2);
    const models = paperModels.imagenet
      .filter(({ notInFit }) => notInFit === null)
      .map((model) => ({
        name: model.name,
        original: measured(model, "Original").accuracy,
        new: measured(model, "MatchedFrequency").accuracy,
      }));
    const without = (name: string) =>
      trend(
        models.filter((model) => model.name !== name),
        { grid: [], resamples: 20_000 },
      ).interceptInterval!;
    const [strongest, weakest] = [without("nasnetalarge"), without("alexnet")];
    expect(100 * strongest.lower).toBeGreaterThan(-26.05);
    expect(100 * strongest.upper).toBeGreaterThan(-17.8);
    expect(100 * weakest.lower).toBeLessThan(-27);
    expect(100 * weakest.upper).toBeLessThan(-19);
  });
});
