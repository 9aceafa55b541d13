import { describe, expect } from "vitest";
import { reJudgeSubmissions } from "@/server/submissions/acts/re-judge-submissions";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeResearcher } from "../../../factories/make-researcher";
import { evaluateAsTold } from "../evaluate-as-told";
import { releaseAt } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest
  /** Labels of the hidden set are corrected: a new version, on the same images and ladders. */
  .extend("correct", ({ site }) => async (benchmark: { id: string }) => {
    site.wait(1000);
    const hidden = site.sql`select id from test_sets where role = 'hidden' and benchmark_id = ${benchmark.id}`;
    await site.sql`update test_set_versions set state = 'retired' where test_set_id in (${hidden})`;
    await site.sql`
      insert into test_set_versions (test_set_id, number, digest, store_key, images, created_at)
      select test_set_id, 2, 'corrected', 'corrected', images, ${site.clock.now.toISOString()}
      from test_set_versions where test_set_id in (${hidden})`;
    site.wait(1000);
  })
  .extend("again", ({ maintainer }) => (...ids: string[]) => {
    return reJudgeSubmissions({ ctx: maintainer.acts, input: { ids, reason: "Twelve labels were wrong." } });
  });

describe("judging a submission again", () => {
  test("is no second answer: it steps the ladder as one more submission of its team", async ({
    site,
    viewer,
    submit,
    correct,
    again,
    view,
    lines,
  }) => {
    const benchmark = await makeBenchmark(site, { lifetime: 3 });
    const id = await submit(benchmark, 250);
    await correct(benchmark);
    const renewed = (await again(id))[0]!.again;
    const due = await evaluateAsTold(site, renewed, { hidden: { wrong: 243 } });
    await releaseAt(site, due, { benchmark, viewer });
    expect(await view(renewed)).toMatchObject({ state: "scored", decision: "held" });
    expect((await view(id)).decision).toBe("climbed");
    const used = await site.sql`select count(*)::int n from submissions where state = 'scored'`;
    expect(used).toEqual([{ n: 2 }]);
    expect((await lines("submission")).at(-1)).toMatchObject({ submission: renewed, reJudges: id });
  });

  test("changes nothing about what is left: a correction gives no climb back", async ({
    site,
    viewer,
    benchmark,
    submit,
    correct,
  }) => {
    await submit(benchmark, 250);
    const left = () => quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    const { climbsLeft, rung } = await left();
    await correct(benchmark);
    expect(climbsLeft).toBe(5);
    expect(await left()).toMatchObject({ climbsLeft, rung });
  });

  test("is refused where nothing was corrected, where it was done, and where the lifetime is spent", async ({
    site,
    submit,
    correct,
    again,
  }) => {
    const benchmark = await makeBenchmark(site, { lifetime: 2 });
    const id = await submit(benchmark, 250);
    await expect(again(id)).rejects.toMatchObject({ code: "too_late" });
    await correct(benchmark);
    await again(id);
    await expect(again(id)).rejects.toMatchObject({ code: "too_late" });
    const other = await makeBenchmark(site, { lifetime: 1 });
    const single = await submit(other, 250);
    await correct(other);
    await expect(again(single)).rejects.toMatchObject({ code: "quota_spent" });
  });

  test("of many is done for all or for none, and says in the order asked what became of each", async ({
    site,
    benchmark,
    submit,
    correct,
    again,
    jobs,
  }) => {
    const early = [await submit(benchmark, 250), await submit(benchmark, 200, await makeResearcher(site))];
    await correct(benchmark);
    const late = await submit(benchmark, 300, await makeResearcher(site));
    const before = await jobs("evaluate-original");
    await expect(again(...early, late)).rejects.toMatchObject({ code: "too_late" });
    const unknown = "00000000-0000-4000-8000-000000000000";
    await expect(again(...early, unknown)).rejects.toMatchObject({ code: "not_found" });
    expect(await jobs("evaluate-original")).toEqual(before);
    const judged = await again(...early.toReversed());
    expect(judged.map(({ id }) => id)).toEqual(early.toReversed());
    const rows =
      await site.sql`select id, re_judges_id as old from submissions where re_judges_id is not null`;
    expect(new Map(rows.map(({ id, old }) => [old, id]))).toEqual(
      new Map(judged.map(({ id, again }) => [id, again])),
    );
  });
});
