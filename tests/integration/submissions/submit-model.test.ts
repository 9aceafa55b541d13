import { describe, expect } from "vitest";
import { writeModel } from "@/server/onnx/write-model";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { withdrawSubmission } from "@/server/submissions/withdraw-submission";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeModelFile } from "../../factories/make-model-file";
import { makeResearcher } from "../../factories/make-researcher";
import { smallClassifier } from "../../fixtures/onnx/small-classifier";
import { siteTest } from "../../fixtures/site-test";
import { tenClasses } from "../../fixtures/ten-classes";
import { evaluateAsTold, scoreOriginal } from "./evaluate-as-told";
import { submitFile } from "./submit-file";

const test = siteTest
  .extend(
    "jobs",
    ({ site }) =>
      () =>
        site.sql`select name, data from pgboss.job where name like 'evaluate%'`,
  )
  .extend("setUp", ({ site, viewer }) => async (given: { perDay?: number; lifetime?: number } = {}) => {
    const benchmark = await makeBenchmark(site, { classes: tenClasses, ...given });
    // Each time another file: of the same one the answer is there already.
    let made = 0;
    const submit = async () => {
      const modelHash = await makeModelFile(
        site,
        writeModel({ ...smallClassifier, name: `small ${made++}` }),
      );
      return submitFile(site, { benchmark, viewer, modelHash });
    };
    return { benchmark, submit };
  });

describe("submitting a model", () => {
  test("makes the row, the log line and the job together, under the web role", async ({
    site,
    jobs,
    setUp,
  }) => {
    const { submit } = await setUp();
    const view = await submit();
    expect(view).toMatchObject({ state: "queued", queuePosition: 1, name: "mine" });
    expect((await jobs()).map((job) => job.data)).toEqual([{ submissionId: view.id }]);
    const lines = await site.sql`
      select kind, fields->>'submission' as submission from audit.lines where fields ? 'submission'`;
    expect(lines).toEqual([{ kind: "submission", submission: view.id }]);
  });

  test("that inspection refuses is told why and costs nothing", async ({ site, viewer, jobs, setUp }) => {
    const { benchmark } = await setUp({ perDay: 1 });
    const modelHash = await makeModelFile(site, new TextEncoder().encode("a text file, not a model"));
    const view = await submitFile(site, { benchmark, viewer, modelHash });
    expect(view.state).toBe("refused");
    expect(view.refusal?.message).toMatch(/not an ONNX/i);
    expect(view.refusal?.hint).not.toBe("");
    expect(await jobs()).toEqual([]);
    const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    expect(quota).toMatchObject({ used: 0, usedToday: 0, nextAllowedAt: null });
  });

  test("fifty times at once leaves a team with its quota and not one more", async ({ site, jobs, setUp }) => {
    const { submit } = await setUp({ perDay: 2 });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, submit));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(2);
    expect(new Set(refused.map((outcome) => outcome.reason.code))).toEqual(new Set(["quota_spent"]));
    expect(await jobs()).toHaveLength(2);
    expect(await site.sql`select count(*)::int n from audit.lines where kind = 'quota-refusal'`).toEqual([
      { n: 48 },
    ]);
  });

  test("over the daily quota says when the next is allowed: 24 hours after the oldest that counts", async ({
    site,
    viewer,
    setUp,
  }) => {
    const { benchmark, submit } = await setUp({ perDay: 1 });
    await submit();
    site.wait(60_000);
    await expect(submit()).rejects.toMatchObject({
      code: "quota_spent",
      hint: expect.stringContaining("2026-05-02 12:00 UTC"),
    });
    const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    expect(quota.nextAllowedAt).toBe("2026-05-02T12:00:00.000Z");
    site.wait(24 * 3600 * 1000);
    expect((await submit()).state).toBe("queued");
  });

  test("past the lifetime of the pool is refused for good", async ({ site, setUp }) => {
    const { submit } = await setUp({ lifetime: 1 });
    await submit();
    site.wait(30 * 24 * 3600 * 1000);
    await expect(submit()).rejects.toMatchObject({
      code: "quota_spent",
      message: expect.stringContaining("lifetime limit of 1 on"),
    });
  });

  test("can be taken back until its hidden evaluation is claimed, and then costs nothing", async ({
    site,
    viewer,
    setUp,
  }) => {
    const { submit } = await setUp({ perDay: 1 });
    const first = await submit();
    await withdrawSubmission({ ctx: as(site, viewer), input: { id: first.id } });
    const second = await submit();
    await evaluateAsTold(site, second.id, { hidden: { wrong: 10 } });
    await expect(
      withdrawSubmission({ ctx: as(site, viewer), input: { id: second.id } }),
    ).rejects.toMatchObject({ code: "too_late" });
  });

  test("that is taken back lets those behind it go on: they get a job to be released by", async ({
    site,
    viewer,
    jobs,
    setUp,
  }) => {
    const { submit } = await setUp();
    const first = await submit();
    const second = await submit();
    await scoreOriginal(site, first.id);
    await evaluateAsTold(site, second.id, { hidden: { wrong: 10 } });
    const before = (await jobs()).length;
    await withdrawSubmission({ ctx: as(site, viewer), input: { id: first.id } });
    const added = (await jobs()).slice(before).map((job) => job.data);
    expect(added).toEqual([{ submissionId: second.id }]);
  });

  test("is nobody else's to see or to withdraw while it waits", async ({ site, setUp }) => {
    const { submit } = await setUp();
    const { id } = await submit();
    const stranger = await makeResearcher(site);
    await expect(withdrawSubmission({ ctx: as(site, stranger), input: { id } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
