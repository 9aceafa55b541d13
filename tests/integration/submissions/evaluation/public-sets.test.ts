import { describe, expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { getEntry } from "@/server/leaderboards/get-entry";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { recordReference } from "@/server/references/record-reference";
import { planPublic } from "@/server/submissions/evaluation/plan-public";
import { recordPublic } from "@/server/submissions/evaluation/record-public";
import { goOnSubmission } from "@/server/submissions/spending/go-on-submission";
import { as } from "../../../factories/as";
import { makeSubmission } from "../../../factories/make-submission";
import { bringPublicSet } from "../../../fixtures/bring-public-set";
import { query } from "../../leaderboards/query";
import { evaluateAsTold, scoreOriginal, told } from "../evaluate-as-told";
import { submissionTest } from "../submission-test";

const test = submissionTest
  /** What the worker does with the job of a submission that is past its original part. */
  .extend("catchUp", ({ site: { worker: ctx } }) => async (submissionId: string, wrong: number) => {
    const plan = await planPublic({ ctx, input: { submissionId } });
    if (!plan) return false;
    const outcomes = plan.versions.map(({ version }) => told(version.id, version.images, { wrong }));
    await recordPublic({ ctx, input: { submissionId, outcomes } });
    return true;
  })
  .extend("rows", ({ site, benchmark }) => async () => {
    const input = query(benchmark.slug, { testSet: "Public" });
    return (await getLeaderboard({ ctx: site.web, input })).rows;
  })
  .extend(
    "verifies",
    ({ site }) =>
      async () =>
        (await verifyLog({ ctx: site.owner, input: {} })).ok,
  );

describe("a public new test set that is there already", () => {
  test("is scored exactly with the original part, and shown when that ends, before anything is spent", async ({
    site,
    benchmark,
    viewer,
    view,
  }) => {
    await bringPublicSet(site, benchmark);
    const id = await makeSubmission(site, { benchmark, viewer, asks: true });
    await scoreOriginal(site, id, { wrong: 50 });
    const { state, spentAt, originalScores, scores } = await view(id);
    expect({ state, spentAt }).toEqual({ state: "waiting-for-you", spentAt: null });
    expect(
      originalScores.map(({ testSet, kind, correct, total }) => [testSet, kind, correct, total]),
    ).toEqual([
      ["Original", "exact", 950, 1000],
      ["Public", "exact", 150, 200],
    ]);
    expect(scores.some(({ testSet }) => testSet === "New")).toBe(false);
  });

  test("gives a held submission a new accuracy of its own there, while it is held beside", async ({
    site,
    benchmark,
    submit,
    rows,
    verifies,
  }) => {
    await bringPublicSet(site, benchmark);
    await submit(benchmark, 300);
    const held = await submit(benchmark, 300);
    const entry = await getEntry({ ctx: site.web, input: { id: held } });
    expect(entry).toMatchObject({ testSet: "New", held: true, new: null });
    const row = (await rows()).find(({ id }) => id === held);
    expect(row).toMatchObject({ held: false, rung: null, new: { kind: "exact", correct: 100, total: 200 } });
    expect(await verifies()).toBe(true);
  });
});

describe("a public new test set that comes later", () => {
  test("is nothing to a submission that waits before its original part", async ({
    site,
    benchmark,
    viewer,
    catchUp,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    await site.sql`update submissions set state = 'waiting-for-you' where id = ${id}`;
    await bringPublicSet(site, benchmark);
    expect(await catchUp(id, 50)).toBe(false);
  });

  test("has a job for each submission that was scored on the original one, after all others, and for no other", async ({
    site,
    benchmark,
    viewer,
    submit,
  }) => {
    const scored = await submit(benchmark, 300);
    const waiting = await makeSubmission(site, { benchmark, viewer, asks: true });
    await scoreOriginal(site, waiting);
    await makeSubmission(site, { benchmark, viewer });
    await bringPublicSet(site, benchmark);
    const jobs = await site.sql`
      select data->>'submissionId' as id, priority from pgboss.job where name = 'evaluate-original'`;
    expect(jobs.map(({ id }) => id).sort()).toEqual([scored, waiting].sort());
    expect(jobs.every(({ priority }) => priority < -1_000)).toBe(true);
  });

  test("is scored exactly for what was submitted before, once, and moves nothing else of it", async ({
    site,
    benchmark,
    submit,
    view,
    catchUp,
    rows,
    verifies,
  }) => {
    const id = await submit(benchmark, 300);
    const before = await view(id);
    await bringPublicSet(site, benchmark);
    site.wait(1_000);
    expect(await catchUp(id, 20)).toBe(true);
    expect(await catchUp(id, 30)).toBe(false);
    const [row] = await rows();
    expect(row).toMatchObject({ id, new: { kind: "exact", correct: 180, total: 200, testSet: "Public" } });
    const { scores: _, originalScores: __, ...rest } = await view(id);
    expect(rest).toEqual({ ...before, scores: undefined, originalScores: undefined });
    expect(await verifies()).toBe(true);
    const figure = await getFigure({
      ctx: site.web,
      input: query(benchmark.slug, { testSet: "Public" }),
    });
    expect(figure).toMatchObject({ role: "public", records: [], shown: 1 });
  });

  test("withdraws nobody who waits to spend: what they know still holds", async ({
    site,
    benchmark,
    viewer,
    view,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer, asks: true });
    await scoreOriginal(site, id);
    await bringPublicSet(site, benchmark);
    expect((await view(id)).state).toBe("waiting-for-you");
    await goOnSubmission({ ctx: as(site, viewer), input: { id } });
    expect((await view(id)).state).toBe("evaluating");
  });

  test("is scored for a reference that was evaluated here, and shown in the tables as its own", async ({
    site,
    benchmark,
    viewer,
    catchUp,
    rows,
    verifies,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer, kind: "reference", name: "net" });
    await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    await recordReference({ ctx: site.worker, input: { submissionId: id } });
    await bringPublicSet(site, benchmark);
    await catchUp(id, 20);
    expect(await rows()).toMatchObject([
      { name: "net", kind: "reference", new: { kind: "exact", correct: 180, total: 200 } },
    ]);
    expect(await verifies()).toBe(true);
  });

  test("a score there that is changed in the database does not pass the verification", async ({
    site,
    benchmark,
    submit,
    catchUp,
  }) => {
    const id = await submit(benchmark, 300);
    await bringPublicSet(site, benchmark);
    await catchUp(id, 20);
    await site.sql`update scores set correct = 199 where total = 200`;
    const found = await verifyLog({ ctx: site.owner, input: {} });
    expect(found).toMatchObject({
      ok: false,
      problem: expect.stringContaining("leads to another scores.correct than the one stored"),
    });
  });
});

test("a submission is the same with and without a public new test set: none of its score there costs it a second", async ({
  site,
  benchmark,
  submit,
}) => {
  const id = await submit(benchmark, 300);
  const versions = () => site.sql`select version_ids from submissions where id = ${id}`;
  const [before] = await versions();
  await bringPublicSet(site, benchmark);
  expect(await versions()).toEqual([before]);
  const second = await submit(benchmark, 100);
  const [after] = await site.sql`select version_ids from submissions where id = ${second}`;
  expect(after).toEqual(before);
});
