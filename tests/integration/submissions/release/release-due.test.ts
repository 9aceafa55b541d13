import { describe, expect } from "vitest";
import { loadRecords } from "@/server/leaderboards/load-records";
import { approveFirstRelease } from "@/server/submissions/acts/approve-first-release";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { claimOriginal } from "@/server/submissions/evaluation/claim-original";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeResearcher } from "../../../factories/make-researcher";
import { makeSubmission } from "../../../factories/make-submission";
import { claimAsTold, evaluateAsTold, evaluateHiddenAsTold, scoreOriginal } from "../evaluate-as-told";
import { releaseAt, releaseNow } from "../release-at";
import { submissionTest } from "../submission-test";

const test = submissionTest
  /** Every time that the release of a submission left behind, in its row, its scores, its decision and the log. */
  .extend("timesOfRelease", ({ site }) => async (id: string) => {
    const rows = await site.sql<{ at: string }[]>`
      select ended_at as at from submissions where id = ${id}
      union select released_at from scores where submission_id = ${id} and kind <> 'exact'
      union select decided_at from guarded.decisions where submission_id = ${id}
      union select at from audit.lines where kind = 'decision' and fields->>'submission' = ${id}`;
    return rows.map(({ at }) => new Date(at).toISOString());
  })
  /** A submission with its hidden outcome recorded, and when it is due. */
  .extend("evaluated", async ({ site, benchmark, viewer }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    return { id, due: await evaluateAsTold(site, id, { hidden: { wrong: 100 } }) };
  });

describe("a release", () => {
  test("comes at its fixed time and not before", async ({
    site,
    benchmark,
    viewer,
    evaluated: { id, due },
    view,
  }) => {
    site.clock.now = new Date(due.getTime() - 1);
    expect(await releaseNow(site, { benchmark, viewer })).toEqual([]);
    const before = await view(id);
    expect(before.state).toBe("evaluating");
    expect(before.scores.map((score) => score.testSet)).toEqual(["Original"]);
    expect(await releaseAt(site, due, { benchmark, viewer })).toEqual([id]);
    expect((await view(id)).endedAt).toBe(due.toISOString());
  });

  test("that comes late carries its fixed time all the same: what the machine was busy with stays unsaid", async ({
    site,
    benchmark,
    viewer,
    evaluated: { id, due },
    timesOfRelease,
  }) => {
    await releaseAt(site, new Date(due.getTime() + 61_234), { benchmark, viewer });
    expect(await timesOfRelease(id)).toEqual([due.toISOString()]);
  });

  test("that comes late is a record as of its fixed time, not of when a busy machine came to it", async ({
    site,
    benchmark,
    viewer,
    evaluated: { id: late, due },
    submit,
  }) => {
    site.wait(1_000);
    await submit(benchmark, 300, await makeResearcher(site));
    await releaseAt(site, due, { benchmark, viewer });
    const shown = await loadRecords(site.web.db, { benchmarkId: benchmark.id });
    expect(shown.map(({ id, at }) => ({ id, at }))).toEqual([{ id: late, at: due.toISOString() }]);
  });

  test("together with an earlier one carries the later time of the two, and that of an approval once there was one", async ({
    site,
    viewer,
    maintainer,
    timesOfRelease,
  }) => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 0 });
    const first = await makeSubmission(site, { benchmark, viewer });
    const second = await makeSubmission(site, { benchmark, viewer });
    await scoreOriginal(site, first);
    await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
    site.wait(100);
    const due = await evaluateHiddenAsTold(site, first, { hidden: { wrong: 300 } });
    expect(await releaseAt(site, new Date(due.getTime() + 5_000), { benchmark, viewer })).toEqual([]);
    const approvedAt = site.clock.now;
    await approveFirstRelease({ ctx: maintainer.acts, input: { ids: [first] } });
    site.wait(4_321);
    expect(await releaseNow(site, { benchmark, viewer })).toEqual([first, second]);
    expect(await timesOfRelease(first)).toEqual([approvedAt.toISOString()]);
    expect(await timesOfRelease(second)).toEqual([approvedAt.toISOString()]);
  });

  test("whose worker was lost reveals nothing, whoever claims it again and when", async ({
    site,
    benchmark,
    viewer,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    const { claimedAt, allowance } = await claimAsTold(site, id);
    const written = async () =>
      (await site.sql`select xmin::text, hidden_claimed_at from submissions where id = ${id}`)[0];
    const before = await written();
    for (const _ of [2, 3]) {
      site.wait(allowance.windowMs / 3);
      const again = await claimHidden({ ctx: site.worker, input: { submissionId: id } });
      expect(again).toMatchObject({ claimedAt, allowance, readyAt: null });
    }
    expect(await written()).toEqual(before);
  });

  test("happens exactly once, however many workers ask for it at the same time", async ({
    site,
    benchmark,
    viewer,
    evaluated: { id, due },
  }) => {
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => releaseAt(site, due, { benchmark, viewer })),
    );
    expect(asked.flat()).toEqual([id]);
    expect(await site.sql`select count(*)::int n from guarded.decisions where scope = 'team'`).toEqual([
      { n: 1 },
    ]);
    expect(
      await site.sql`select count(*)::int n from audit.lines where kind = 'decision' and fields->>'scope' = 'team'`,
    ).toEqual([{ n: 1 }]);
  });

  test("waits for those that the team spent earlier, and then steps the ladder in the order of spending", async ({
    site,
    benchmark,
    viewer,
  }) => {
    const second = await makeSubmission(site, { benchmark, viewer, name: "second" });
    const first = await makeSubmission(site, { benchmark, viewer, name: "first" });
    await scoreOriginal(site, first);
    const due = await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
    expect(await releaseAt(site, due, { benchmark, viewer })).toEqual([]);
    const later = await evaluateHiddenAsTold(site, first, { hidden: { wrong: 300 } });
    expect(await releaseAt(site, later, { benchmark, viewer })).toEqual([first, second]);
    const steps = await site.sql`
      select s.name, d.before->'rung'->>'numerator' as before, d.after->'rung'->>'numerator' as after
      from guarded.decisions d join submissions s on s.id = d.submission_id where d.scope = 'team' order by s.spend_order`;
    expect(steps).toEqual([
      { name: "first", before: null, after: "3" },
      { name: "second", before: "3", after: "1" },
    ]);
  });

  test("is held back by nobody whose original part is not done, or who waits to be spent", async ({
    site,
    benchmark,
    viewer,
  }) => {
    const waiting = await makeSubmission(site, { benchmark, viewer, asks: true });
    await scoreOriginal(site, waiting);
    const running = await makeSubmission(site, { benchmark, viewer });
    await claimOriginal({ ctx: site.worker, input: { submissionId: running } });
    await makeSubmission(site, { benchmark, viewer });
    const id = await makeSubmission(site, { benchmark, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    expect(await releaseAt(site, due, { benchmark, viewer })).toEqual([id]);
  });

  test("of two submissions of one team finishing at once steps one after the other", async ({
    site,
    benchmark,
    viewer,
  }) => {
    const ids = [];
    let due = site.clock.now;
    for (const wrong of [300, 150]) {
      const id = await makeSubmission(site, { benchmark, viewer });
      due = await evaluateAsTold(site, id, { hidden: { wrong } });
      ids.push(id);
    }
    const asked = await Promise.all([1, 2].map(() => releaseAt(site, due, { benchmark, viewer })));
    expect(asked.flat().sort()).toEqual([...ids].sort());
    const [ladder] = await site.sql`select state from guarded.ladders where scope = 'team'`;
    expect(ladder?.state).toEqual({ rung: { numerator: "4", denominator: "25" }, climbs: 2, closed: false });
  });
});
