import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { evaluations, fits, hiddenIntervals, submissions, teams } from "@/db/schema";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getFigure } from "@/server/leaderboards/get-figure";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { recordReference } from "@/server/references/record-reference";
import { seededRandom } from "@/server/statistics/seeded-random";
import { failSubmission } from "@/server/submissions/evaluation/fail-submission";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { query } from "./query";

const images = 10_000;
const ran = { device: "cpu", threads: 1, runtime: "1", sandbox: "bwrap", elapsedMs: 1 };
/** Wrong images of six references on the original and on the hidden set. */
const errors = [3000, 2600, 2100, 1700, 1300, 900].map((original, i) => ({
  original,
  new: original + 700 + 30 * i,
}));

/** So many wrong images, the first ones of an order: models with one order share their errors. */
function wrongIn(order: Uint16Array, count: number): Uint8Array {
  const bytes = new Uint8Array(images / 8);
  for (const image of order.subarray(0, count)) bytes[image >> 3]! |= 1 << (image & 7);
  return bytes;
}

function orderOf(seed: number): Uint16Array {
  const random = seededRandom(seed);
  const keys = Float64Array.from({ length: images }, () => random.fraction());
  return Uint16Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
}

const test = sharedSiteTest
  /** A benchmark whose references were evaluated here; on the hidden set their errors are shared, or each model's own. */
  .extend(
    "board",
    { scope: "file" },
    ({ site }) =>
      async (slug: string, hiddenErrors: "shared" | "apart") => {
        const { owner, worker } = site;
        const seeded = await seedLeaderboard(owner.db, {
          slug,
          entries: [{ name: "first", team: `${slug}-a`, original: 7500, new: 6800 }],
        });
        const [team] = await owner.db
          .select()
          .from(teams)
          .where(eq(teams.slug, `${slug}-a`));
        for (const [i, wrong] of errors.entries()) {
          const [submission] = await owner.db
            .insert(submissions)
            .values({
              benchmarkId: seeded.benchmarkId,
              teamId: team!.id,
              kind: "reference",
              name: `reference ${i}`,
              modelHash: "0".repeat(64),
              preprocessing: {} as typeof submissions.$inferInsert.preprocessing,
              state: "evaluating",
              submittedAt: new Date(0),
            })
            .returning();
          const part = (side: "original" | "new", order: Uint16Array) => ({
            submissionId: submission!.id,
            versionId: side === "original" ? seeded.versions.original : seeded.versions.fresh,
            part: side === "original" ? ("all" as const) : ("guarded" as const),
            total: images,
            top1: images - wrong[side],
            top5: 9_900,
            wrong: wrongIn(order, wrong[side]),
            predictions: new Uint8Array(2 * images),
            ran,
            createdAt: new Date(0),
          });
          const hiddenOrder = orderOf(hiddenErrors === "shared" ? 100 : 101 + i);
          await owner.db.insert(evaluations).values([part("original", orderOf(7)), part("new", hiddenOrder)]);
          await recordReference({ ctx: worker, input: { submissionId: submission!.id } });
        }
        const figure = async (more = {}) => getFigure({ ctx: site.web, input: query(slug, more) });
        const before = (await figure()).meters[0]!.bits;
        await refreshFits({ ctx: worker, input: { benchmarkId: seeded.benchmarkId } });
        return { ...seeded, figure, before };
      },
  );

const isOnGrid = (value: number, perUnit: number) =>
  expect(value * perUnit).toBeCloseTo(Math.round(value * perUnit), 9);

test("references' answers to hidden images enter one interval on the scale judged on, coarsely, once, and on the meter", async ({
  site,
  board,
}) => {
  const { versions, benchmarkId, figure, before } = await board("coarse", "shared");
  const judged = await figure({ scale: "logit" });
  const { both, source } = judged.fit.overImages!;
  expect(source).toBe("hidden_outcomes");
  for (const { lower, upper } of [both.slope, both.intercept])
    [lower, upper].forEach((end) => isOnGrid(end, 100));
  const change = judged.fit.change!;
  [change.interval.lower, change.interval.upper].forEach((end) => isOnGrid(end, 1000));
  expect(change).toMatchObject({ models: 6, verdict: "harder", source: "hidden_outcomes" });
  expect(judged.verdict.fit.overImages).toEqual(judged.fit.overImages);
  for (const more of [{ scale: "linear" }, { scale: "probit" }, { scale: "logit", points: "climbed" }]) {
    expect((await figure(more)).fit.overImages!.source).toBe("counts");
  }
  const told = await site.owner.db
    .select()
    .from(hiddenIntervals)
    .where(eq(hiddenIntervals.versionId, versions.fresh));
  expect(told).toMatchObject([{ metric: "top1", scale: "logit" }]);
  expect(judged.meters[0]!.bits - before).toBeCloseTo(told[0]!.bits, 9);

  // What was told once is told again, whatever the images: nobody can have it computed anew.
  await site.owner.db.update(evaluations).set({ wrong: new Uint8Array(images / 8) });
  await site.owner.db.delete(fits);
  await refreshFits({ ctx: site.worker, input: { benchmarkId } });
  expect((await figure({ scale: "logit" })).fit).toEqual(judged.fit);
});

test("answers to hidden images enter no interval while a reference still waits for its score, and once it has failed the one of before", async ({
  site,
  board,
}) => {
  const { benchmarkId, versions, figure } = await board("waiting", "shared");
  const before = (await figure({ scale: "logit" })).fit;
  const { owner, worker } = site;
  const [reference] = await owner.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.benchmarkId, benchmarkId), eq(submissions.name, "reference 0")));
  const { id: _id, sequence: _sequence, ...facts } = reference!;
  const [late] = await owner.db
    .insert(submissions)
    .values({ ...facts, name: "late", state: "evaluating", endedAt: null })
    .returning();
  await owner.db.transaction((tx) => benchmarkChanged({ ctx: owner, tx, benchmarkId }));
  await refreshFits({ ctx: worker, input: { benchmarkId } });
  expect((await figure({ scale: "logit" })).fit.overImages!.source).toBe("counts");

  const explanation = { code: "model_failed", message: "It failed.", hint: "Try again." };
  await failSubmission({ ctx: worker, input: { submissionId: late!.id, explanation, cpuMs: 1 } });
  await refreshFits({ ctx: worker, input: { benchmarkId } });
  expect((await figure({ scale: "logit" })).fit).toEqual(before);
  const told = owner.db.$count(hiddenIntervals, eq(hiddenIntervals.versionId, versions.fresh));
  expect(await told).toBe(1);
});

test("two hidden sets on which the same references share their errors or do not differ in these few numbers alone", async ({
  board,
}) => {
  const [shared, apart] = [await board("shared", "shared"), await board("apart", "apart")];
  for (const scale of ["linear", "probit"]) {
    for (const points of ["reference", "climbed"]) {
      const fits = await Promise.all(
        [shared, apart].map(async ({ figure }) => (await figure({ scale, points })).fit),
      );
      expect(fits[0]!.pending).toBe(false);
      expect(fits[0]).toEqual(fits[1]);
    }
  }
  const [one, other] = await Promise.all(
    [shared, apart].map(async ({ figure }) => (await figure({ scale: "logit" })).fit),
  );
  const besides = (fit: FitView) => ({
    ...fit,
    change: null,
    overImages: { ...fit.overImages!, both: null },
  });
  expect(besides(one!)).toEqual(besides(other!));
  // Errors that are all shared make the slope's part of the images small, errors of one's own that of the change.
  expect(one!.overImages!.both).not.toEqual(other!.overImages!.both);
  expect(one!.change!.interval).not.toEqual(other!.change!.interval);
});
