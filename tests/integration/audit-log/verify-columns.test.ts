import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect } from "vitest";
import * as schema from "@/db/schema";
import { measureAdaptivity } from "@/server/audit/meters/measure-adaptivity";
import { verifyLog } from "@/server/audit-log/verify-log";
import { checkFits } from "@/server/leaderboards/fit/check-fits";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { importReferences } from "@/server/references/import-references";
import { recordReference } from "@/server/references/record-reference";
import { publishLabels } from "@/server/test-sets/publish-labels";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeMaintainer } from "../../factories/make-maintainer";
import { makeResearcher } from "../../factories/make-researcher";
import type { Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { fiveReferences } from "../../fixtures/five-references";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { evaluateExactly } from "../audit/evaluate-exactly";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";
import { submitAsTold } from "../submissions/submit-as-told";
import { shownColumns } from "./shown-columns";
import { unshownTables } from "./unshown-tables";

const tables = Object.values<unknown>(schema)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableConfig(table))
  .filter((table) => table.schema === undefined);
const columns = Object.entries(shownColumns).flatMap(([table, decisions]) =>
  Object.entries(decisions).map(([column, decision]) => ({ table, column, decision })),
);

type Given = { table: string; column: string; set: string; where: string };

/** Three submissions of one team, one of them held, one of another, and a reference, with a line through five more. */
async function makeHistory(site: Site) {
  const viewer = await makeResearcher(site);
  const benchmark = await makeBenchmark(site);
  // As told, a model says class 1 where it is wrong, and every image is of class 0.
  const labels = Array.from({ length: 1_000 }, () => 0);
  await publishLabels(site.worker.db, { versionId: benchmark.versions[0]!.id, labels, names: null });
  for (const wrong of [300, 290, 150]) await submitAsTold(site, { benchmark, viewer, hidden: { wrong } });
  await submitAsTold(site, { benchmark, viewer: await makeResearcher(site), hidden: { wrong: 200 } });
  const id = await makeSubmission(site, { benchmark, viewer, kind: "reference", name: "ours" });
  await evaluateAsTold(site, id, { hidden: { wrong: 250 } });
  await recordReference({ ctx: site.worker, input: { submissionId: id } });
  const models = fiveReferences.map(({ name, original, new: fresh }) => ({
    name,
    parameters: 10,
    results: [
      { testSet: "Original", correct: original, total: 10_000 },
      { testSet: "New", correct: fresh, total: 10_000 },
    ],
  }));
  await importReferences({ ctx: site.owner, input: { benchmark: benchmark.slug, models } });
  await refreshFits({ ctx: site.worker, input: { benchmarkId: benchmark.id } });
  await publishAdaptivity(site);
  await tellOfHiddenImages(site);
}

/** Another benchmark, whose references all answered here: what their answers to hidden images tell of the line is shown. */
async function tellOfHiddenImages(site: Site) {
  const viewer = await makeResearcher(site);
  const benchmark = await makeBenchmark(site);
  for (const wrong of [100, 200, 300, 400]) {
    const id = await makeSubmission(site, { benchmark, viewer, kind: "reference", name: `wrong ${wrong}` });
    await evaluateAsTold(site, id, { original: { wrong }, hidden: { wrong: wrong + 50 } });
    await recordReference({ ctx: site.worker, input: { submissionId: id } });
  }
  await refreshFits({ ctx: site.worker, input: { benchmarkId: benchmark.id } });
}

/** Another benchmark, whose pool is retired: the adaptivity to it is public. */
async function publishAdaptivity(site: Site) {
  const viewer = await makeResearcher(site);
  const hidden = [{ name: "Short", images: 100, auditImages: 100 }];
  const benchmark = await makeBenchmark(site, { hidden });
  const id = await makeSubmission(site, { benchmark, viewer });
  const wrong = (image: number) => image < 20;
  const due = await evaluateExactly(site, id, { guarded: wrong, audit: wrong });
  await releaseAt(site, due, { benchmark, viewer });
  const { acts } = await makeMaintainer(site);
  await retireTestSet({ ctx: acts, input: { benchmark: benchmark.slug, testSet: "Short" } });
  await measureAdaptivity({ ctx: site.worker, input: { poolId: benchmark.pool.id } });
}

/** A problem names the column, or the table where a digest holds all of its rows. */
const names = (table: string, column: string) =>
  new RegExp(`\\b${table}\\.${column}\\b|\\brows? in .*\\b${table}\\b|\\b${table}:`);

const test = sharedSiteTest
  .extend("history", { scope: "file", auto: true }, ({ site }) => makeHistory(site))
  .extend("verifyAfter", ({ site }) => async (change: string) => {
    const found: Awaited<ReturnType<typeof verifyLog>>[] = [];
    const undone = new Error("undone");
    const attempt = site.owner.db.transaction(async (tx) => {
      const changed = await tx.execute(change);
      if (change !== "select" && changed.count === 0) throw new Error(`it changed nothing: ${change}`);
      found.push(await verifyLog({ ctx: { db: tx }, input: { also: checkFits } }));
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    return found[0]!;
  });

describe("verifying the log", () => {
  test("knows of every table and every column whether it is shown", () => {
    const known = Object.fromEntries(
      Object.entries(shownColumns).map(([table, decisions]) => [table, Object.keys(decisions).sort()]),
    );
    const there = tables
      .filter(({ name }) => !(name in unshownTables))
      .map(({ name, columns: all }) => [name, all.map((column) => column.name).sort()]);
    expect(known).toEqual(Object.fromEntries(there));
  });

  test("finds nothing in an honest history", async ({ verifyAfter }) => {
    expect(await verifyAfter("select")).toMatchObject({ ok: true });
  });

  const shown = columns.flatMap(({ table, column, decision }): [string, Given][] => {
    if (typeof decision !== "string" && "notShown" in decision) return [];
    const change = typeof decision === "string" ? { set: decision, where: "true" } : decision;
    return [[`${table}.${column}`, { table, column, ...change }]];
  });
  test.for(shown)("finds %s changed by hand, and names it", async ([, given], { verifyAfter }) => {
    const { table, column, set, where } = given;
    const one = `ctid = (select ctid from ${table} where ${where} limit 1)`;
    const found = await verifyAfter(`update ${table} set ${toSnakeCase(column)} = ${set} where ${one}`);
    expect(found).toMatchObject({ ok: false, problem: expect.stringMatching(names(table, column)) });
  });
});
