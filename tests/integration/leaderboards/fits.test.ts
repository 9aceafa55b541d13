import postgres from "postgres";
import { expect } from "vitest";
import { fits } from "@/db/schema";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getFigure } from "@/server/leaderboards/get-figure";
import { importReferences } from "@/server/references/import-references";
import { fitOverImages } from "@/server/statistics/images/fit-over-images";
import { fiveReferences } from "../../fixtures/five-references";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { query } from "./query";

const test = sharedSiteTest
  .extend("fitOf", { scope: "file" }, ({ site }) => async (slug: string, more = {}) => {
    return (await getFigure({ ctx: site.web, input: query(slug, more) })).fit;
  })
  /** Payloads of what is told to pages, from now on. */
  .extend("listen", ({ site }, { onCleanup }) => {
    const sql = postgres(site.database.webUrl, { max: 1 });
    onCleanup(() => sql.end());
    return async () => {
      const told: string[] = [];
      await sql.listen("rung_benchmark", (payload) => told.push(payload));
      return told;
    };
  });

test("the line is there at once, its band as soon as the worker has it, the same as computed directly", async ({
  site,
  fitOf,
  listen,
}) => {
  const { benchmarkId } = await seedLeaderboard(site.owner.db, { slug: "band", references: fiveReferences });
  const first = await fitOf("band");
  expect(first).toMatchObject({ pending: true, models: 5, slopeInterval: null, resamples: 0 });
  expect(first.band[0]).toMatchObject({ lower: null, upper: null });
  const told = await listen();
  await refreshFits({ ctx: site.worker, input: { benchmarkId } });
  const stored = await fitOf("band");
  expect(stored).toMatchObject({ pending: false, resamples: 100_000, slope: first.slope });
  const models = fiveReferences.map(({ name, original, new: fresh }) => ({
    name,
    original: original / 10_000,
    new: fresh / 10_000,
    images: { original: 10_000, new: 10_000 },
  }));
  const { trend, line, change } = fitOverImages(models, { resamples: 100_000, seed: 1 });
  const { slopeInterval, interceptInterval, band } = trend;
  expect(stored).toMatchObject({ slopeInterval, interceptInterval, band });
  expect(stored.overImages).toMatchObject({ both: line!.both, images: line!.images, source: "counts" });
  expect(stored.change).toMatchObject({ ...change!, verdict: "harder" });
  await expect.poll(() => told).toEqual([benchmarkId]);
});

test("every scale and choice of points has its fit; one whose points did not change is not computed again", async ({
  site,
  fitOf,
}) => {
  const { benchmarkId } = await seedLeaderboard(site.owner.db, {
    slug: "again",
    references: fiveReferences,
    entries: [{ name: "one", team: "again-a", original: 7500, new: 7500 }],
  });
  await refreshFits({ ctx: site.worker, input: { benchmarkId } });
  for (const scale of ["linear", "logit", "probit"]) {
    expect(await fitOf("again", { scale })).toMatchObject({ pending: false, models: 5, scale });
    expect(await fitOf("again", { scale, points: "climbed" })).toMatchObject({ pending: false, models: 6 });
  }
  const before = await site.owner.db.select().from(fits);
  await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
  await refreshFits({ ctx: site.worker, input: { benchmarkId } });
  expect(await site.owner.db.select().from(fits)).toEqual(before);
  const model = {
    name: "another",
    results: [
      { testSet: "Original", correct: 6500, total: 10_000 },
      { testSet: "New", correct: 5600, total: 10_000 },
    ],
  };
  await importReferences({ ctx: site.owner, input: { benchmark: "again", models: [model] } });
  expect(await fitOf("again")).toMatchObject({ pending: true, models: 6 });
  await refreshFits({ ctx: site.worker, input: { benchmarkId } });
  expect(await fitOf("again")).toMatchObject({ pending: false, models: 6 });
});

test("two models make a line that waits for nothing, and none makes none", async ({ site, fitOf }) => {
  await seedLeaderboard(site.owner.db, { slug: "two", references: fiveReferences.slice(0, 2) });
  expect(await fitOf("two")).toMatchObject({ pending: false, models: 2, residualSd: null, reason: null });
  await seedLeaderboard(site.owner.db, { slug: "none" });
  expect(await fitOf("none")).toMatchObject({ pending: false, slope: null, reason: "too_few_models" });
});
