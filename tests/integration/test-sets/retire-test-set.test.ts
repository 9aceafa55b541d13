import { describe, expect } from "vitest";
import { getSubmission } from "@/server/submissions/get-submission";
import { activateVersion } from "@/server/test-sets/activate-version";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { evaluateAsTold } from "../submissions/evaluate-as-told";
import { releaseAt } from "../submissions/release-at";

const test = siteTest
  .extend("ctx", ({ maintainer }) => maintainer.acts)
  .extend("states", ({ site }) => () => {
    return site.sql`select s.name, v.number, v.state from test_set_versions v join test_sets s on s.id = v.test_set_id order by s.position, v.number`;
  });

const two = [
  { name: "New", images: 1000 },
  { name: "Easier", images: 500 },
];

describe("retiring a test set", () => {
  test("that decides for its pool retires the pool with all its test sets, and has its adaptivity measured", async ({
    site,
    ctx,
    states,
  }) => {
    const benchmark = await makeBenchmark(site, { hidden: two });
    const found = await retireTestSet({ ctx, input: { benchmark: benchmark.slug, testSet: "New" } });
    expect(found).toEqual({ retired: expect.arrayContaining(["New", "Easier"]), pool: true });
    expect((await states()).map((row) => row.state)).toEqual(["active", "retired", "retired"]);
    const retired = await site.sql`select retired_at = ${site.clock.now.toISOString()} as now from pools`;
    expect(retired).toEqual([{ now: true }]);
    const jobs = await site.sql`select data from pgboss.job where name = 'measure-adaptivity'`;
    expect(jobs).toEqual([{ data: { poolId: benchmark.pool.id } }]);
    await expect(
      activateVersion({ ctx, input: { benchmark: benchmark.slug, testSet: "New", version: 1 } }),
    ).rejects.toMatchObject({ code: "too_late" });
  });

  test("that does not decide leaves its pool alone, and can be taken back", async ({ site, ctx, states }) => {
    const benchmark = await makeBenchmark(site, { hidden: two });
    const input = { benchmark: benchmark.slug, testSet: "Easier" };
    expect(await retireTestSet({ ctx, input })).toEqual({ retired: ["Easier"], pool: false });
    await expect(retireTestSet({ ctx, input })).rejects.toMatchObject({ code: "too_late" });
    await activateVersion({ ctx, input: { ...input, version: 1 } });
    expect((await states()).map((row) => row.state)).toEqual(["active", "active", "active"]);
    const lines = await site.sql`
      select fields->>'state' as state from audit.lines where kind = 'test-set' and fields ? 'state' order by id`;
    expect(lines).toEqual([{ state: "retired" }, { state: "active" }]);
  });

  test("decides nothing about a submission that was on its way", async ({ site, ctx, benchmark, viewer }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 250 } });
    await retireTestSet({ ctx, input: { benchmark: benchmark.slug, testSet: "New" } });
    await releaseAt(site, due, { benchmark, viewer });
    const shown = await getSubmission({ ctx: as(site, viewer), input: { id } });
    expect(shown).toMatchObject({ state: "scored", decision: null });
    expect(await site.sql`select * from guarded.decisions`).toEqual([]);
  });
});

describe("activating a version", () => {
  test("retires the one before, and refuses another number of images", async ({
    site,
    ctx,
    states,
    benchmark,
  }) => {
    const add = (number: number, images: number) => site.sql`
      insert into test_set_versions (test_set_id, number, digest, store_key, images, state)
      select id, ${number}, ${String(number)}, ${String(number)}, ${images}, 'draft' from test_sets where role = 'hidden'`;
    const activate = (version: number) =>
      activateVersion({ ctx, input: { benchmark: benchmark.slug, testSet: "New", version } });
    await add(2, 1000);
    await activate(2);
    expect((await states()).slice(1).map((row) => row.state)).toEqual(["retired", "active"]);
    await add(3, 900);
    await expect(activate(3)).rejects.toMatchObject({ code: "bad_input" });
    await expect(activate(9)).rejects.toMatchObject({ code: "not_found" });
  });
});
