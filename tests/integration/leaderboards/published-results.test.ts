import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect } from "vitest";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { importReferences } from "@/server/references/import-references";
import { parseReferenceCsv } from "@/server/references/parse-reference-csv";
import { parseTimmResults } from "@/server/references/parse-timm-results";
import type { Reference } from "@/server/references/reference-schema";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { absent, referenceRows } from "../../unit/statistics/reference-data";
import { query } from "./query";

const imagenet = referenceRows("imagenet.csv");
const cifar10 = referenceRows("cifar10.csv");
const timm = referenceRows("results-imagenet.csv");

const test = sharedSiteTest
  .extend(
    "take",
    { scope: "file" },
    ({ site }) =>
      async (slug: string, models: Reference[], newSets: string[]) => {
        const shape = { classes: tenClasses, inputSize: [3, 32, 32] as [3, 32, 32] };
        await createBenchmark({ ctx: site.owner, input: { slug, name: slug, ...shape } });
        const testSets = [
          { name: "Original", role: "original" as const },
          ...newSets.map((name) => ({ name, role: "hidden" as const })),
        ];
        return importReferences({ ctx: site.owner, input: { benchmark: slug, models, testSets } });
      },
  )
  .extend("expectLine", { scope: "file" }, ({ site }) => {
    return async (slug: string, more: { testSet?: string }, slope: string, intercept: string) => {
      const { fit } = await getFigure({ ctx: site.web, input: query(slug, more) });
      const digits = (text: string) => text.split(".")[1]!.length;
      expect(fit.slope!.toFixed(digits(slope))).toBe(slope);
      expect((100 * fit.intercept!).toFixed(digits(intercept))).toBe(intercept);
      return fit;
    };
  });

function parsed(csv: string[][], newSet: string): Reference[] {
  const found = parseReferenceCsv(csv.map((row) => row.join(",")).join("\n"), {
    new: newSet,
    original: "Original",
  });
  if ("problem" in found) throw new Error(found.problem);
  expect(found.skipped).toEqual([]);
  return found.models;
}

describe.skipIf(!imagenet)(imagenet ? "the 66 ImageNet models of the source paper" : absent, () => {
  const sets = {
    MatchedFrequency: "matched_frequency",
    "Threshold0.7": "threshold0.7",
    TopImages: "top_images",
  };
  const counts = (row: Record<string, string>, column: string, total: number) => [
    String(Math.round((Number(row[`${column}_top1_pct`]) * total) / 100)),
    String(Math.round((Number(row[`${column}_top5_pct`]) * total) / 100)),
    String(total),
  ];
  const header = "name,correct,top5_correct,total,original_correct,original_top5_correct,original_total";

  test("give the lines and the average changes of its tables, with and without the Fisher vectors", async ({
    site,
    take,
    expectLine,
  }) => {
    for (const [name, column] of Object.entries(sets)) {
      const rows = imagenet!.map((row) => [
        row.model!,
        ...counts(row, column, 10_000),
        ...counts(row, "val", 50_000),
      ]);
      const models = parsed([header.split(","), ...rows], name);
      const testSets = [{ name, role: "hidden" as const }];
      if (name === "MatchedFrequency") {
        expect(await take("imagenet-66", models, [name])).toEqual({ imported: 66, changed: 0, unchanged: 0 });
      } else {
        const input = { benchmark: "imagenet-66", models, testSets };
        expect(await importReferences({ ctx: site.owner, input })).toMatchObject({
          imported: 0,
          changed: 66,
        });
      }
    }
    await expectLine("imagenet-66", {}, "0.977", "-10.2");
    await expectLine("imagenet-66", { testSet: "Threshold0.7" }, "1.048", "-6.7");
    await expectLine("imagenet-66", { testSet: "TopImages" }, "1.027", "0.1");
    const { changes } = await getFigure({ ctx: site.web, input: query("imagenet-66") });
    const points = (change: { mean: number } | null) => (100 * change!.mean).toFixed(2);
    expect(changes.map(({ testSet, top1, top5 }) => [testSet, points(top1), points(top5)])).toEqual([
      ["MatchedFrequency", "-11.87", "-8.15"],
      ["Threshold0.7", "-3.18", "-1.17"],
      ["TopImages", "2.13", "1.81"],
    ]);
    const fisher = imagenet!
      .filter((row) => row.model!.startsWith("fv_"))
      .map((row) => [row.model!, ...counts(row, "matched_frequency", 10_000), "not a network"]);
    const kept = parsed(
      ["name,correct,top5_correct,total,not_in_fit".split(","), ...fisher],
      "MatchedFrequency",
    );
    expect(
      await importReferences({ ctx: site.owner, input: { benchmark: "imagenet-66", models: kept } }),
    ).toEqual({
      imported: 0,
      changed: 2,
      unchanged: 0,
    });
    expect(await expectLine("imagenet-66", {}, "1.1098", "-20.26")).toMatchObject({ models: 64 });
  });
});

test.skipIf(!cifar10)(
  cifar10 ? "the 30 CIFAR-10 models give the paper's line, and again they change nothing" : absent,
  async ({ site, take, expectLine }) => {
    const rows = cifar10!.map((row) => [
      row.model!,
      row.v4_correct!,
      row.v4_n!,
      row.orig_correct!,
      row.orig_n!,
    ]);
    const header = "name,correct,total,original_correct,original_total".split(",");
    const models = parsed([header, ...rows], "CIFAR-10.1");
    expect(await take("cifar-30", models, ["CIFAR-10.1"])).toMatchObject({ imported: 30 });
    await expectLine("cifar-30", {}, "1.6166", "-65.51");
    expect(await importReferences({ ctx: site.owner, input: { benchmark: "cifar-30", models } })).toEqual({
      imported: 0,
      changed: 0,
      unchanged: 30,
    });
  },
);

test.skipIf(!timm)(
  timm ? "timm's 1,556 results come in as counts, and give their line" : absent,
  async ({ site, take, expectLine }) => {
    const folder = join(resolve(process.env.RUNG_TEST_DATA ?? "../shared/data"), "reference");
    const file = (name: string, testSet: string, images: number) => ({
      text: readFileSync(join(folder, name), "utf8"),
      testSet,
      images,
    });
    const found = parseTimmResults(
      file("results-imagenetv2-matched-frequency.csv", "MatchedFrequency", 10_000),
      file("results-imagenet.csv", "Original", 50_000),
    );
    if ("problem" in found) throw new Error(found.problem);
    expect(found.skipped).toEqual([]);
    expect(await take("timm", found.models, ["MatchedFrequency"])).toMatchObject({ imported: 1556 });
    expect(await expectLine("timm", {}, "1.144", "-22.50")).toMatchObject({ models: 1556 });
    const board = await getLeaderboard({ ctx: site.web, input: query("timm") });
    expect(board).toMatchObject({ total: 1556, pages: 16 });
    expect(board.rows.every((row) => row.new?.kind === "exact" && row.original?.interval)).toBe(true);
  },
);
