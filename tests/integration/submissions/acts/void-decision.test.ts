import { describe, expect } from "vitest";
import { poolMeters } from "@/server/audit/meters/pool-meters";
import { verifyLog } from "@/server/audit-log/verify-log";
import { answerVoidRequest } from "@/server/submissions/acts/answer-void-request";
import { reJudgeSubmissions } from "@/server/submissions/acts/re-judge-submissions";
import { requestVoid } from "@/server/submissions/acts/request-void";
import { voidDecision } from "@/server/submissions/acts/void-decision";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeSubmission } from "../../../factories/make-submission";
import { evaluateAsTold } from "../evaluate-as-told";
import { releaseAt } from "../release-at";
import { submissionTest } from "../submission-test";

const policy = { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "0.5", noisyGate: true } as const;

const test = submissionTest
  .extend("board", ({ site }) => makeBenchmark(site, { policy, perDay: 5, lifetime: 5 }))
  /** A submission decided although a worker was lost with it. */
  .extend("submitLost", ({ site, viewer, board }) => async (wrong: number) => {
    const id = await makeSubmission(site, { benchmark: board, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong } });
    await site.sql`update guarded.hidden_runs set attempts = 2 where submission_id = ${id}`;
    await releaseAt(site, due, { benchmark: board, viewer });
    return id;
  })
  .extend("voidIt", ({ site }) => (id: string) => {
    return voidDecision({ ctx: site.worker, input: { id, reason: "The disk was full.", by: null } });
  })
  .extend("ladder", ({ site }) => async () => {
    const [row] = await site.sql`
      select state, baseline_submission_id as baseline from guarded.ladders where scope = 'team'`;
    return row!;
  })
  .extend("verifies", ({ site }) => async () => {
    expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  });

describe("voiding a decision", () => {
  test("needs evidence against the machine; a decision without it stands as it is", async ({
    board,
    submit,
    view,
    voidIt,
    ladder,
  }) => {
    const id = await submit(board, 300);
    const before = await ladder();
    await expect(voidIt(id)).rejects.toMatchObject({ code: "bad_input" });
    expect(await ladder()).toEqual(before);
    expect((await view(id)).state).toBe("scored");
  });

  test("of the last climb takes the ladder back one step and gives the quota back; the meter keeps what was told", async ({
    site,
    viewer,
    maintainer,
    board,
    submit,
    view,
    submitLost,
    voidIt,
    ladder,
    verifies,
    lines,
  }) => {
    const first = await submit(board, 300);
    const before = await ladder();
    const second = await submitLost(200);
    const meter = async () =>
      (await poolMeters({ ctx: maintainer.reads, input: { benchmark: board.slug } }))[0]!;
    const { decided, climbs, bits } = await meter();
    await voidIt(second);
    expect(await ladder()).toEqual({ state: before.state, baseline: first });
    expect(await view(second)).toMatchObject({
      state: "voided",
      decision: null,
      refusal: { message: "The disk was full." },
    });
    expect((await view(second)).scores.every(({ kind }) => kind === "exact")).toBe(true);
    const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: board.slug } });
    expect(quota).toMatchObject({ used: 1, climbsLeft: 5, rung: 0.7 });
    expect(await meter()).toMatchObject({ decided, climbs, bits });
    expect(await lines("void")).toMatchObject([{ submission: second, ladders: [{ back: true }] }]);
    await verifies();
    await expect(voidIt(second)).rejects.toMatchObject({ code: "too_late" });
  });

  test("of an earlier climb lets later decisions stand: it is only no longer counted", async ({
    board,
    submit,
    submitLost,
    voidIt,
    ladder,
    verifies,
  }) => {
    const first = await submitLost(300);
    await submit(board, 200);
    const { state, baseline } = await ladder();
    await voidIt(first);
    expect(await ladder()).toEqual({ state: { ...state, climbs: 1 }, baseline });
    await verifies();
  });

  test("of all decisions, the last first, leads back to where the ladder began; the log says so too", async ({
    submitLost,
    voidIt,
    ladder,
    verifies,
  }) => {
    const ids = [await submitLost(300), await submitLost(299), await submitLost(200)];
    for (const id of ids.reverse()) {
      await voidIt(id);
    }
    expect(await ladder()).toEqual({ state: { rung: null, climbs: 0, closed: false }, baseline: null });
    await verifies();
  });

  test("lets the model be judged again for free, with the noise of then, whatever is drawn now", async ({
    site,
    viewer,
    board,
    submit,
    submitLost,
    voidIt,
    verifies,
  }) => {
    await submit(board, 300);
    const voided = await submitLost(200);
    const [drawn] = await site.sql`
      with was as (select submission_id, trace from guarded.decisions where submission_id = ${voided})
      update guarded.decisions d set trace = d.trace || '{"noise": 3}' from was where d.submission_id = was.submission_id
      returning was.trace`;
    await voidIt(voided);
    const [judged] = await reJudgeSubmissions({
      ctx: { ...site.owner, viewer: null },
      input: { ids: [voided], reason: "The machine failed it." },
    });
    const id = judged!.again;
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 200 } });
    await releaseAt(site, due, { benchmark: board, viewer }, () => 0.9);
    const [made] =
      await site.sql`select decision, trace->>'noise' as noise from guarded.decisions where submission_id = ${id}`;
    expect(made).toEqual({ decision: "climbed", noise: "3" });
    const quota = await quotaOf({ ctx: as(site, viewer), input: { benchmark: board.slug } });
    expect(quota.used).toBe(2);
    await site.sql`update guarded.decisions set trace = ${JSON.stringify(drawn!.trace)} where submission_id = ${voided}`;
    await verifies();
  });
});

test("a maintainer's wish on the page is done by a worker, or refused in words", async ({
  site,
  board,
  maintainer,
  submit,
  view,
  submitLost,
  lines,
}) => {
  const ask = async (id: string) => {
    await requestVoid({ ctx: maintainer.acts, input: { id, reason: "The disk was full." } });
    await answerVoidRequest({ ctx: site.worker, input: { submissionId: id } });
    const [request] = await site.sql`select refusal from void_requests where submission_id = ${id}`;
    return request!.refusal as string | null;
  };
  const good = await submit(board, 300);
  expect(await ask(good)).toMatch(/holds no evidence/);
  expect((await view(good)).state).toBe("scored");
  const failed = await submitLost(200);
  expect(await ask(failed)).toBeNull();
  expect((await view(failed)).state).toBe("voided");
  expect(await lines("void")).toMatchObject([{ by: maintainer.acts.viewer.userId }]);
});
