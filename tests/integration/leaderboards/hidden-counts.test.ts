import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { evaluations, fits, ladders, submissions } from "@/db/schema";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import { exportLeaderboard } from "@/server/leaderboards/export-leaderboard";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getEntry } from "@/server/leaderboards/get-entry";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { listBenchmarks } from "@/server/leaderboards/list-benchmarks";
import { sortable } from "@/server/leaderboards/schemas/leaderboard-query";
import { scatteredModels } from "../../fixtures/scattered-models";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { query } from "./query";

const ran = { device: "cpu", threads: 1, runtime: "1", sandbox: "bwrap", elapsedMs: 1 };

const test = sharedSiteTest
  /** Every byte that the tables show, computed afresh: raising the revision passes every cached copy by, so its number is left out. */
  .extend("everyView", { scope: "file" }, ({ site }) => async (benchmarkId: string, ids: string[]) => {
    await benchmarkChanged({ ctx: site.owner, tx: site.owner.db, benchmarkId });
    await site.owner.db.delete(fits);
    const ctx = site.web;
    const pending = await getFigure({ ctx, input: query("guarded") });
    await refreshFits({ ctx: site.worker, input: { benchmarkId } });
    const views: unknown[] = [pending, await listBenchmarks({ ctx })];
    for (const scale of ["linear", "logit", "probit"]) {
      for (const points of ["reference", "climbed"]) {
        views.push(await getFigure({ ctx, input: query("guarded", { scale, points }) }));
      }
      views.push(await exportLeaderboard({ ctx, input: query("guarded", { scale }) }));
    }
    for (const sort of sortable) views.push(await getLeaderboard({ ctx, input: query("guarded", { sort }) }));
    for (const id of ids) views.push(await getEntry({ ctx, input: { id } }));
    return JSON.stringify(views, (key, value) => (key === "revision" ? undefined : value));
  });

test("no view changes by a byte when exact hidden counts, errors, predictions and ladders change", async ({
  site,
  everyView,
}) => {
  const { benchmarkId, poolId, versions, submissionIds } = await seedLeaderboard(site.owner.db, {
    slug: "guarded",
    ...scatteredModels({ references: 12, entries: 20 }),
  });
  const rows = await site.owner.db.select().from(submissions).where(eq(submissions.benchmarkId, benchmarkId));
  const secret = (fill: number) => ({
    top1: 5_000 + fill,
    top5: 9_000 + fill,
    wrong: new Uint8Array(1_250).fill(fill),
  });
  await site.owner.db.insert(evaluations).values(
    submissionIds.map((submissionId) => ({
      submissionId,
      versionId: versions.fresh,
      part: "guarded" as const,
      total: 10_000,
      ...secret(0),
      predictions: new Uint8Array(20_000),
      ran,
      createdAt: new Date(0),
    })),
  );
  const rung = (numerator: string) => ({ rung: { numerator, denominator: "100" }, climbs: 1, closed: false });
  await site.owner.db.insert(ladders).values({
    poolId,
    scope: "team",
    teamId: rows[0]!.teamId,
    state: rung("40"),
    updatedAt: new Date(0),
  });
  const before = await everyView(benchmarkId, submissionIds);
  await site.owner.db
    .update(evaluations)
    .set({ ...secret(255), predictions: new Uint8Array(20_000).fill(1) });
  await site.owner.db.update(ladders).set({ state: rung("20") });
  expect(await everyView(benchmarkId, submissionIds)).toBe(before);
});

test("no view of a table is made with rights to the exact counts", async ({ site }) => {
  await expect(site.web.db.select().from(evaluations)).rejects.toMatchObject({
    cause: { message: "permission denied for schema guarded" },
  });
});
