import { describe, expect } from "vitest";
import { getAdaptivity, getPublishedAdaptivity } from "@/server/audit/meters/get-adaptivity";
import { measureAdaptivity } from "@/server/audit/meters/measure-adaptivity";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { releaseAt } from "../submissions/release-at";
import { evaluateExactly } from "./evaluate-exactly";

interface Wrong {
  guarded: number;
  audit: number;
}

const test = siteTest
  .extend("ctx", ({ maintainer }) => maintainer.reads)
  .extend("benchmark", ({ site }) => {
    return makeBenchmark(site, { hidden: [{ name: "New", images: 1000, auditImages: 250 }] });
  })
  .extend("pool", ({ benchmark }) => benchmark.pool.id)
  .extend(
    "submit",
    ({ site, benchmark, viewer }) =>
      async (wrong: Wrong, kind: "entry" | "reference" = "entry") => {
        site.wait(60_000);
        const id = await makeSubmission(site, { benchmark, viewer, kind });
        const due = await evaluateExactly(site, id, {
          guarded: (image) => image < wrong.guarded,
          audit: (image) => image < wrong.audit,
        });
        if (kind === "entry") await releaseAt(site, due, { benchmark, viewer });
      },
  )
  .extend(
    "measure",
    ({ site, pool }) =>
      () =>
        measureAdaptivity({ ctx: site.worker, input: { poolId: pool } }),
  );

describe("adaptivity to a hidden set", () => {
  test("is guarded minus audit accuracy of entries, less that of references, over time", async ({
    ctx,
    pool,
    submit,
    measure,
  }) => {
    await submit({ guarded: 300, audit: 80 }, "reference");
    await submit({ guarded: 300, audit: 75 });
    await submit({ guarded: 200, audit: 75 });
    await measure();
    const found = (await getAdaptivity({ ctx, input: { pool } }))!;
    // references: 0.70 - 0.68 = 0.02; entries: 0.70 - 0.70 and 0.80 - 0.70
    expect(found.result.windows.map((window) => window.difference)).toEqual([
      expect.closeTo(-0.02, 10),
      expect.closeTo(0.08, 10),
    ]);
    expect(found.result.overall.difference).toBeCloseTo(0.03, 10);
    expect(found.result).toMatchObject({ images: { guarded: 1000, audit: 250 }, references: 1 });
    expect(found.result.windows.every(({ submissions, sampled }) => submissions === 1 && sampled === 1)).toBe(
      true,
    );
  });

  test("is nobody's but the maintainers' until the pool is retired, and then everyone's", async ({
    site,
    benchmark,
    viewer,
    maintainer,
    pool,
    submit,
    measure,
  }) => {
    await submit({ guarded: 300, audit: 75 });
    await measure();
    expect(await getPublishedAdaptivity({ ctx: site.web, input: { pool } })).toBeNull();
    await expect(
      getAdaptivity({ ctx: { ...site.web, viewer: viewer as never }, input: { pool } }),
    ).rejects.toThrow();
    await retireTestSet({ ctx: maintainer.acts, input: { benchmark: benchmark.slug, testSet: "New" } });
    await measure();
    const found = await getPublishedAdaptivity({ ctx: site.web, input: { pool } });
    expect(found?.result.overall.difference).toBeCloseTo(0, 10);
  });

  test("takes no longer for many submissions: of a stretch it takes fifty, evenly", async ({
    site,
    ctx,
    pool,
    submit,
    measure,
  }) => {
    for (let i = 0; i < 3; i++) await submit({ guarded: 300, audit: 75 });
    await site.sql`
      with base as (select s.*, d.trace, d.before, d.after, d.pool_id from submissions s
        join guarded.decisions d on d.submission_id = s.id and d.scope = 'team' limit 1),
      added as (insert into submissions (benchmark_id, team_id, name, model_hash, preprocessing, state, decision, submitted_at)
        select benchmark_id, team_id, 'more', model_hash, preprocessing, 'scored', 'held', submitted_at from base, generate_series(1, 2997)
        returning id),
      decided as (insert into guarded.decisions (submission_id, pool_id, scope, decision, trace, before, after, decided_at)
        select added.id, base.pool_id, 'team', 'held', base.trace, base.before, base.after, base.submitted_at + interval '1 hour' from added, base)
      insert into guarded.evaluations (submission_id, version_id, part, total, top1, wrong, predictions, ran, created_at)
        select added.id, e.version_id, e.part, e.total, e.top1, e.wrong, e.predictions, e.ran, e.created_at
        from added, base join guarded.evaluations e on e.submission_id = base.id and e.part <> 'all'`;
    await measure();
    const { windows } = (await getAdaptivity({ ctx, input: { pool } }))!.result;
    expect(windows).toHaveLength(20);
    expect(windows.map(({ submissions }) => submissions)).toEqual(Array(20).fill(150));
    expect(windows.map(({ sampled }) => sampled)).toEqual(Array(20).fill(50));
  });

  test("is not measured where there is no audit part", async ({ site, ctx }) => {
    const plain = await makeBenchmark(site);
    await measureAdaptivity({ ctx: site.worker, input: { poolId: plain.pool.id } });
    expect(await getAdaptivity({ ctx, input: { pool: plain.pool.id } })).toBeNull();
  });
});
