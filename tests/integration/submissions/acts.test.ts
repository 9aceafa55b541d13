import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import type { MaintainerContext } from "@/server/context";
import { approveFirstRelease } from "@/server/submissions/acts/approve-first-release";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { reJudgeSubmission } from "@/server/submissions/acts/re-judge-submission";
import { reinstateSubmission } from "@/server/submissions/acts/reinstate-submission";
import { verifySubmission } from "@/server/submissions/acts/verify-submission";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import { failSubmission } from "@/server/submissions/evaluation/fail-submission";
import { getSubmission } from "@/server/submissions/get-submission";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { releaseDue } from "@/server/submissions/release/release-due";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeMaintainer } from "../../factories/make-maintainer";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSite, type Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { evaluateAsTold, noNoise, releaseAt, scoreOriginal } from "./evaluate-as-told";

let site: Site;
let maintainer: MaintainerContext;
beforeEach(async () => {
  site = await makeSite();
  maintainer = (await makeMaintainer(site)).acts;
});
afterEach(() => site.drop());

type Viewer = Awaited<ReturnType<typeof makeResearcher>>;
const view = (viewer: Viewer, id: string) => getSubmission({ ctx: as(site, viewer), input: { id } });
const jobs = (name: string) =>
  site.sql`select data->>'submissionId' as id from pgboss.job where name = ${name} order by created_on`;
const lines = (kind: string) => site.sql`select fields from audit.lines where kind = ${kind} order by id`;

async function submit(benchmark: { id: string }, viewer: Viewer, wrong: number) {
  const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
  const due = await evaluateAsTold(site, id, { hidden: { wrong } });
  await releaseAt(site, due, { teamId: viewer.teamId, benchmarkId: benchmark.id });
  return id;
}

/** A pool whose budget is spent, and a team that waits for approval. */
async function waitForApproval() {
  const benchmark = await makeBenchmark(site, { firstReleaseBudget: 1 });
  await submit(benchmark, await makeResearcher(site), 300);
  const viewer = await makeResearcher(site);
  const id = await submit(benchmark, viewer, 250);
  expect((await view(viewer, id)).state).toBe("awaiting-approval");
  return { benchmark, viewer, id };
}

describe("approving a first release", () => {
  test("lets it out without running it again, once", async () => {
    const { benchmark, viewer, id } = await waitForApproval();
    await approveFirstRelease({ ctx: maintainer, input: { id } });
    expect(await jobs("evaluate-hidden")).toContainEqual({ id });
    const claim = await claimHidden({ ctx: site.worker, input: { submissionId: id } });
    expect(claim).toMatchObject({ recorded: true });
    expect(claim!.dueAt <= site.clock.now).toBe(true);
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    expect(await releaseDue({ ctx: site.worker, input: team, random: noNoise })).toEqual([id]);
    const released = await view(viewer, id);
    expect(released).toMatchObject({ state: "scored", decision: "climbed" });
    // 250 of 1,000 wrong: a tie between 0.24 and 0.26 goes to the larger loss
    expect(released.scores.find((score) => score.testSet === "New")?.accuracy).toBe(0.74);
    await expect(approveFirstRelease({ ctx: maintainer, input: { id } })).rejects.toMatchObject({
      code: "too_late",
    });
    expect((await lines("approval")).map((line) => line.fields)).toEqual([
      expect.objectContaining({ submission: id, by: maintainer.viewer.userId }),
    ]);
  });

  test("by two maintainers at once is one approval", async () => {
    const { id } = await waitForApproval();
    const both = await Promise.allSettled(
      [1, 2].map(() => approveFirstRelease({ ctx: maintainer, input: { id } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await lines("approval")).toHaveLength(1);
  });
});

describe("verifying a submission", () => {
  test("marks it and takes the mark away again, each with a line", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await submit(benchmark, viewer, 250);
    await verifySubmission({ ctx: maintainer, input: { id, verified: true } });
    expect((await view(viewer, id)).verifiedAt).toBe(site.clock.now.toISOString());
    await verifySubmission({ ctx: maintainer, input: { id, verified: true } });
    await verifySubmission({ ctx: maintainer, input: { id, verified: false } });
    expect((await view(viewer, id)).verifiedAt).toBeNull();
    expect((await lines("verification")).map((line) => line.fields.verified)).toEqual([true, false]);
  });

  test("is for scored ones only", async () => {
    const { id } = await waitForApproval();
    await expect(verifySubmission({ ctx: maintainer, input: { id, verified: true } })).rejects.toMatchObject({
      code: "too_late",
    });
  });
});

describe("disqualifying a submission", () => {
  test("shows the reason to everybody and changes no ladder, record or quota", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await submit(benchmark, viewer, 250);
    const state = () =>
      site.sql`select l.state, l.baseline, (select count(*)::int from records) n from guarded.ladders l order by l.scope`;
    const before = await state();
    await disqualifySubmission({ ctx: maintainer, input: { id, reason: "It was trained on the test set." } });
    const shown = await getSubmission({ ctx: { ...site.web, viewer: null }, input: { id } });
    expect(shown).toMatchObject({
      state: "disqualified",
      refusal: { message: "It was trained on the test set." },
    });
    expect(await state()).toEqual(before);
    expect(await site.sql`select revision from benchmarks`).toEqual([{ revision: 2 }]);
    // What it climbed to still stands against the next one: 240 wrong is no step better than 250.
    const next = await submit(benchmark, viewer, 240);
    expect((await view(viewer, next)).decision).toBe("held");
  });

  test("that others of its team waited behind lets them go on", async () => {
    const { benchmark, viewer, id } = await waitForApproval();
    const behind = await submit(benchmark, viewer, 260);
    expect((await view(viewer, behind)).state).toBe("evaluating");
    const before = (await jobs("evaluate-hidden")).filter((job) => job.id === behind).length;
    await disqualifySubmission({ ctx: maintainer, input: { id, reason: "A second account." } });
    expect((await jobs("evaluate-hidden")).filter((job) => job.id === behind)).toHaveLength(before + 1);
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    await releaseDue({ ctx: site.worker, input: team, random: noNoise });
    expect((await view(viewer, behind)).state).toBe("awaiting-approval");
  });

  test("twice is refused", async () => {
    const { id } = await waitForApproval();
    await disqualifySubmission({ ctx: maintainer, input: { id, reason: "A second account." } });
    await expect(
      disqualifySubmission({ ctx: maintainer, input: { id, reason: "Again." } }),
    ).rejects.toMatchObject({ code: "too_late" });
  });
});

describe("taking a disqualification back", () => {
  const disqualify = (id: string) =>
    disqualifySubmission({ ctx: maintainer, input: { id, reason: "A second account." } });
  const reinstate = (id: string) =>
    reinstateSubmission({ ctx: maintainer, input: { id, reason: "It was another person." } });

  test("shows again what was released, and decides nothing anew", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await submit(benchmark, viewer, 250);
    const guarded = () => site.sql`
      select (select count(*)::int from guarded.decisions) decisions, (select json_agg(state order by scope) from guarded.ladders) ladders`;
    const [shown, kept, asked] = [await view(viewer, id), await guarded(), await jobs("evaluate-hidden")];
    await disqualify(id);
    site.wait(60_000);
    await reinstate(id);
    expect(await view(viewer, id)).toEqual(shown);
    expect([await guarded(), await jobs("evaluate-hidden")]).toEqual([kept, asked]);
    expect((await lines("reinstatement")).map((line) => line.fields)).toEqual([
      expect.objectContaining({
        submission: id,
        state: "scored",
        reason: "It was another person.",
        by: maintainer.viewer.userId,
      }),
    ]);
    expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  });

  test("lets what was not yet decided go on where it was", async () => {
    const { benchmark, viewer, id } = await waitForApproval();
    await disqualify(id);
    await reinstate(id);
    expect(await jobs("evaluate-hidden")).toContainEqual({ id });
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    await releaseDue({ ctx: site.worker, input: team, random: noNoise });
    expect((await view(viewer, id)).state).toBe("awaiting-approval");

    const queued = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    await disqualify(queued);
    await reinstate(queued);
    expect((await view(viewer, queued)).state).toBe("queued");
    expect(await jobs("evaluate-original")).toContainEqual({ id: queued });
  });

  test("ends again what ended without a decision, where there is no hidden test set", async () => {
    const benchmark = await makeBenchmark(site, { hidden: [] });
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    await scoreOriginal(site, id);
    const shown = await view(viewer, id);
    expect(shown.state).toBe("scored");
    await disqualify(id);
    await reinstate(id);
    expect(await view(viewer, id)).toEqual(shown);
    expect(await jobs("evaluate-hidden")).toEqual([]);
  });

  test("is for disqualified ones only", async () => {
    const { id } = await waitForApproval();
    await expect(reinstate(id)).rejects.toMatchObject({ code: "too_late" });
  });
});

describe("judging a submission again", () => {
  /** Labels of the hidden set were corrected: a new version, on the same images and ladders. */
  async function correct(benchmark: { id: string }) {
    site.wait(1000);
    const hidden = site.sql`select id from test_sets where role = 'hidden' and benchmark_id = ${benchmark.id}`;
    await site.sql`update test_set_versions set state = 'retired' where test_set_id in (${hidden})`;
    await site.sql`
      insert into test_set_versions (test_set_id, number, digest, store_key, images, created_at)
      select test_set_id, 2, 'corrected', 'corrected', images, ${site.clock.now.toISOString()}
      from test_set_versions where test_set_id in (${hidden})`;
    site.wait(1000);
  }
  const again = (id: string) =>
    reJudgeSubmission({ ctx: maintainer, input: { id, reason: "Twelve labels were wrong." } });

  test("is no second answer: it steps the ladder as one more submission of its team", async () => {
    const benchmark = await makeBenchmark(site, { lifetime: 3 });
    const viewer = await makeResearcher(site);
    const id = await submit(benchmark, viewer, 250);
    await correct(benchmark);
    const { id: renewed } = await again(id);
    const due = await evaluateAsTold(site, renewed, { hidden: { wrong: 243 } });
    await releaseAt(site, due, { teamId: viewer.teamId, benchmarkId: benchmark.id });
    expect(await view(viewer, renewed)).toMatchObject({ state: "scored", decision: "held" });
    expect((await view(viewer, id)).decision).toBe("climbed");
    const used = await site.sql`select count(*)::int n from submissions where state = 'scored'`;
    expect(used).toEqual([{ n: 2 }]);
    expect((await lines("submission")).at(-1)?.fields).toMatchObject({ submission: renewed, reJudges: id });
  });

  test("changes nothing about what is left: a correction gives no climb back", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    await submit(benchmark, viewer, 250);
    const left = () => quotaOf({ ctx: as(site, viewer), input: { benchmark: benchmark.slug } });
    const { climbsLeft, rung } = await left();
    await correct(benchmark);
    expect(climbsLeft).toBe(2);
    expect(await left()).toMatchObject({ climbsLeft, rung });
  });

  test("is refused where nothing was corrected, where it was done, and where the lifetime is spent", async () => {
    const benchmark = await makeBenchmark(site, { lifetime: 2 });
    const viewer = await makeResearcher(site);
    const id = await submit(benchmark, viewer, 250);
    await expect(again(id)).rejects.toMatchObject({ code: "too_late" });
    await correct(benchmark);
    await again(id);
    await expect(again(id)).rejects.toMatchObject({ code: "too_late" });
    const other = await makeBenchmark(site, { lifetime: 1 });
    const single = await submit(other, viewer, 250);
    await correct(other);
    await expect(again(single)).rejects.toMatchObject({ code: "quota_spent" });
  });
});

describe("a failure on original images", () => {
  const failed = { code: "model_failed_crash", message: "The model crashed.", hint: "" };

  test.each([
    ["past its time has a job again, so that a worker's end right after loses nothing", 0, 1],
    ["but has its time before it is left to its own worker", -120_000, 0],
  ])("of the submission before: one that waited %s", async (_, afterDue, more) => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const first = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    await claimOriginal({ ctx: site.worker, input: { submissionId: first } });
    const second = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
    const asked = async () => (await jobs("evaluate-hidden")).filter(({ id }) => id === second).length;
    const before = await asked();
    site.clock.now = new Date(due.getTime() + afterDue);
    await failSubmission({ ctx: site.worker, input: { submissionId: first, explanation: failed } });
    expect(await asked()).toBe(before + more);
  });
});
