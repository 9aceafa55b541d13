import { describe, expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { getSubmission } from "@/server/submissions/get-submission";
import { originalRuns } from "@/server/submissions/quota/original-runs";
import { as } from "../../../factories/as";
import { makeResearcher } from "../../../factories/make-researcher";
import { right, trialTest as test, wrong } from "./trial-test";

describe("a model declared with 0 to 255 that takes 0 to 1", () => {
  test("waits with the better setting and both counts, before anything is spent", async ({
    site,
    viewer,
    submit,
    evaluate,
    row,
  }) => {
    const { id } = await submit(wrong);
    const [cpuMs] = await evaluate(id);
    const view = await getSubmission({ ctx: as(site, viewer), input: { id } });
    expect(view).toMatchObject({ state: "waiting-for-you", originalScores: [], spentAt: null });
    const { better } = view.advice!;
    expect(better).toMatchObject({ images: 200, preprocessing: { std: [1, 1, 1], layout: "NCHW" } });
    expect(better!.correct).toBeGreaterThan(better!.declared + 80);
    expect(view.log?.check).toMatchObject({ images: 200, correct: better!.declared, others: 13 });
    expect(await row(id)).toMatchObject({ claimed_at: null, original_cpu_ms: cpuMs });
    expect(await site.sql`select 1 from guarded.evaluations where submission_id = ${id}`).toEqual([]);
  });

  test("has cost its team no original part, only the processor time of the trial", async ({
    site,
    viewer,
    submit,
    evaluate,
    row,
  }) => {
    const { id } = await submit(wrong);
    await evaluate(id);
    const { benchmark_id: benchmarkId } = await row(id);
    const asked = { teamId: viewer.teamId, benchmarkId, now: site.clock.now };
    const [run] = await originalRuns(site.worker.db, asked);
    expect(run).toMatchObject({ id, here: false });
    expect(run!.cpuMs).toBeGreaterThan(0);
    expect(run!.cpuMs).toBeLessThan(60_000);
  });

  test("is submitted with the better one at a word, without an upload, and is not tried again", async ({
    site,
    viewer,
    submit,
    evaluate,
    takeAdvice,
  }) => {
    const { id } = await submit(wrong, { goOn: "ask" });
    await evaluate(id);
    const better = await takeAdvice(id);
    expect(better.id).not.toBe(id);
    expect(better).toMatchObject({ state: "queued", preprocessing: { std: [1, 1, 1] } });
    expect(await evaluate(better.id)).toEqual([0]);
    const ctx = as(site, viewer);
    expect(await getSubmission({ ctx, input: { id } })).toMatchObject({ state: "withdrawn" });
    const after = await getSubmission({ ctx, input: { id: better.id } });
    expect(after).toMatchObject({ state: "waiting-for-you", advice: { code: "asked" } });
    expect(after.originalScores[0]!.accuracy).toBeGreaterThan(0.9);
    await expect(takeAdvice(better.id)).rejects.toMatchObject({ code: "too_late" });
  });

  test("goes on as declared where its team insists, and is scored so", async ({
    submit,
    evaluate,
    goOn,
    row,
  }) => {
    const { id } = await submit(wrong);
    await evaluate(id);
    expect(await goOn(id)).toMatchObject({ state: "queued", advice: null });
    expect(await evaluate(id)).toEqual([]);
    // A script's submission: nobody is asked, and the hidden part is spent.
    expect(await row(id)).toMatchObject({ state: "evaluating", as_declared: true });
    expect((await row(id)).spent_at).not.toBeNull();
  });

  test("submitted so again waits again, by what is stored", async ({ submit, evaluate, withdraw, row }) => {
    const first = await submit(wrong);
    await evaluate(first.id);
    await withdraw(first.id);
    const again = await submit(wrong);
    expect(await evaluate(again.id)).toEqual([0]);
    expect((await row(again.id)).advice).toEqual((await row(first.id)).advice);
  });

  test("leaves lines that verify, and says nothing of how it ran to others", async ({
    site,
    viewer,
    submit,
    evaluate,
    takeAdvice,
  }) => {
    const { id } = await submit(wrong);
    await evaluate(id);
    const better = await takeAdvice(id);
    await evaluate(better.id);
    const [line] = await site.sql`select fields from audit.lines where kind = 'trial'`;
    expect(line!.fields).toMatchObject({ submission: id, images: 200 });
    expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
    await site.sql`update submissions set state = 'scored', ended_at = now() where id = ${better.id}`;
    const seen = (who: typeof viewer) => getSubmission({ ctx: as(site, who), input: { id: better.id } });
    expect((await seen(viewer)).log?.images).toBe(400);
    expect((await seen(await makeResearcher(site))).log).toBeNull();
  });
});

test("a model declared as it should be goes on by itself, and its team is told how it ran", async ({
  submit,
  evaluate,
  row,
}) => {
  const { id } = await submit(right);
  const [cpuMs] = await evaluate(id);
  const { state, run_log: log, original_cpu_ms: all } = await row(id);
  expect(state).toBe("evaluating");
  expect(all).toBeGreaterThan(cpuMs!);
  expect(log).toMatchObject({ images: 400, device: "cpu", firstFailure: null, check: { others: 0 } });
  expect(log.peakMemoryBytes).toBeGreaterThan(20 * 2 ** 20);
  expect(log.loadSeconds).toBeGreaterThan(0);
  expect(log.imagesPerSecond).toBeGreaterThan(0);
});
