import { describe, expect } from "vitest";
import { comparePredictions } from "@/server/audit/likeness/compare-predictions";
import { listLinkedTeams } from "@/server/audit/likeness/list-linked-teams";
import { listSimilar } from "@/server/audit/likeness/list-similar";
import type { Researcher } from "@/server/context";
import { mergeTeams } from "@/server/teams/merge-teams";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { evaluateExactly } from "./evaluate-exactly";

const test = siteTest
  .extend("ctx", ({ maintainer }) => maintainer.reads)
  .extend("one", ({ site }) => makeResearcher(site))
  .extend("two", ({ site }) => makeResearcher(site))
  /** A submission wrong on the images told, compared with all before it under the worker's role. */
  .extend(
    "submit",
    ({ site, benchmark }) =>
      async (viewer: Researcher, wrong: (image: number) => boolean) => {
        site.wait(3_600_000);
        const id = await makeSubmission(site, { benchmark, viewer });
        await evaluateExactly(site, id, { guarded: wrong });
        await comparePredictions({ ctx: site.worker, input: { submissionId: id } });
        return id;
      },
  )
  .extend("similar", ({ ctx, benchmark }) => async (betweenTeams = false) => {
    return (await listSimilar({ ctx, input: { benchmark: benchmark.slug, betweenTeams } })).rows;
  })
  .extend("linked", ({ ctx, benchmark }) => async () => {
    return (await listLinkedTeams({ ctx, input: { benchmark: benchmark.slug } })).rows;
  });

/** One image in `every`, from image `from` on; differently scattered for each `every`. */
const scattered = (every: number) => (image: number) => (image * 7919) % every === 0;

describe("near-identical models", () => {
  test("are found by their errors, with the agreement above chance that the two accuracies leave", async ({
    one,
    two,
    submit,
    similar,
  }) => {
    const base = scattered(4);
    const first = await submit(one, base);
    const second = await submit(two, (image) => base(image) !== image < 8);
    const found = await similar();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ sameModel: false, samePredictions: false, images: 1000, agreeing: 992 });
    expect(found[0]!.later.id).toBe(second);
    expect(found[0]!.earlier.id).toBe(first);
    // 250 and 254 wrong: by chance 0.25 * 0.254 + 0.75 * 0.746 = 0.623
    expect(found[0]!.expected).toBeCloseTo(0.623, 12);
    expect(found[0]!.kappa).toBeCloseTo((0.992 - 0.623) / 0.377, 12);
  });

  test("are not models of the same accuracy with other errors", async ({ one, submit, similar }) => {
    await submit(one, scattered(4));
    await submit(one, (image) => scattered(4)(image + 1));
    await submit(one, () => false);
    expect(await similar()).toEqual([]);
  });

  test("with the same predictions are each set against the first alone, however many there are", async ({
    one,
    two,
    submit,
    similar,
  }) => {
    const made = [];
    for (let i = 0; i < 6; i++) made.push(await submit(i % 2 ? two : one, scattered(5)));
    const found = await similar();
    expect(found.map((row) => row.earlier.id)).toEqual(Array(5).fill(made[0]));
    expect(found.every((row) => row.samePredictions && row.kappa === 1)).toBe(true);
    expect(await similar(true)).toHaveLength(3);
  });

  test("of the same file are found whatever they predicted", async ({
    site,
    benchmark,
    one,
    two,
    submit,
    similar,
  }) => {
    const first = await submit(one, scattered(4));
    site.wait(1000);
    const second = await makeSubmission(site, { benchmark, viewer: two });
    await site.sql`update submissions set model_hash = (select model_hash from submissions where id = ${first}) where id = ${second}`;
    await evaluateExactly(site, second, { guarded: (image) => scattered(4)(image + 1) });
    await comparePredictions({ ctx: site.worker, input: { submissionId: second } });
    expect(await similar()).toEqual([expect.objectContaining({ sameModel: true, samePredictions: false })]);
  });

  test("are recorded once when the comparison is repeated", async ({ site, one, two, submit, linked }) => {
    await submit(one, scattered(4));
    const id = await submit(two, scattered(4));
    await comparePredictions({ ctx: site.worker, input: { submissionId: id } });
    const rows = await linked();
    expect(rows).toEqual([expect.objectContaining({ pairs: 1, samePredictions: 1, sameModel: 0 })]);
  });
});

describe("accounts that look like one person", () => {
  test("are two teams with models alike, and the more so where they take turns", async ({
    one,
    two,
    submit,
    linked,
  }) => {
    for (let i = 0; i < 10; i++) await submit(i % 2 ? two : one, scattered(3 + Math.floor(i / 2)));
    const rows = await linked();
    expect(rows).toHaveLength(1);
    expect(new Set([rows[0]!.first, rows[0]!.second])).toEqual(new Set([one.name, two.name]));
    expect(rows[0]).toMatchObject({ pairs: 5, submissions: [5, 5] });
    // ten runs of 5 and 5 where 6 are expected, standard deviation sqrt(20/9)
    expect(rows[0]!.interleaving).toBeCloseTo(4 / Math.sqrt(20 / 9), 10);
  });

  test("are listed no more once they were made one team", async ({
    maintainer,
    one,
    two,
    submit,
    linked,
  }) => {
    for (const viewer of [one, two]) await submit(viewer, scattered(4));
    const [pair] = await linked();
    const input = { team: pair!.second, into: pair!.first, reason: "One person, two accounts." };
    await mergeTeams({ ctx: maintainer.acts, input });
    expect(await linked()).toEqual([]);
  });
});
