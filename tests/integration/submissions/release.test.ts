import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadRecords } from "@/server/leaderboards/load-records";
import { approveFirstRelease } from "@/server/submissions/acts/approve-first-release";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { getSubmission } from "@/server/submissions/get-submission";
import { releaseDue } from "@/server/submissions/release/release-due";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeMaintainer } from "../../factories/make-maintainer";
import { makeResearcher } from "../../factories/make-researcher";
import { makeSite, type Site } from "../../factories/make-site";
import { makeSubmission } from "../../factories/make-submission";
import { claimAsTold, evaluateAsTold, noNoise, releaseAt } from "./evaluate-as-told";

let site: Site;
beforeEach(async () => {
  site = await makeSite();
});
afterEach(() => site.drop());

async function submit(
  benchmark: { id: string },
  viewer: Awaited<ReturnType<typeof makeResearcher>>,
  wrong: number,
) {
  const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
  const due = await evaluateAsTold(site, id, { hidden: { wrong } });
  const released = await releaseAt(site, due, { teamId: viewer.teamId, benchmarkId: benchmark.id });
  return { id, released, view: await getSubmission({ ctx: as(site, viewer), input: { id } }) };
}

/** Every time that the release of a submission left behind, in its row, its scores, its decision and the log. */
async function timesOfRelease(id: string): Promise<string[]> {
  const rows = await site.sql<{ at: string }[]>`
    select ended_at as at from submissions where id = ${id}
    union select released_at from scores where submission_id = ${id} and kind <> 'exact'
    union select decided_at from guarded.decisions where submission_id = ${id}
    union select at from records where submission_id = ${id}
    union select at from audit.lines where kind = 'decision' and fields->>'submission' = ${id}`;
  return rows.map(({ at }) => new Date(at).toISOString());
}

describe("a release", () => {
  test("shows a team's first hidden score rounded to the step size, never the count", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const { view } = await submit(benchmark, viewer, 237);
    expect(view.state).toBe("scored");
    expect(view.decision).toBe("climbed");
    const score = view.scores.find((one) => one.testSet === "New");
    // 237 of 1,000 wrong is a loss of 0.237: the nearest multiple of 0.02 is 0.24.
    expect(score).toMatchObject({ kind: "released", correct: null, total: 1000, accuracy: 0.76 });
    const stored = await site.sql`select correct, accuracy from scores where kind = 'released'`;
    expect(stored).toEqual([{ correct: null, accuracy: 0.76 }]);
  });

  test("of a submission that did not improve by enough shows nothing of it", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    await submit(benchmark, viewer, 240);
    const { view } = await submit(benchmark, viewer, 230);
    expect(view.decision).toBe("held");
    expect(view.scores.filter((score) => score.testSet === "New")).toEqual([
      {
        testSet: "New",
        metric: "top1",
        kind: "withheld",
        correct: null,
        total: 1000,
        accuracy: null,
        interval: null,
      },
    ]);
  });

  test("climbs where d > eta n and d^2 > c^2 D", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    await submit(benchmark, viewer, 240);
    // d = D = 60 > 20, 60^2 = 3600 > 16 * 60 = 960
    const { view } = await submit(benchmark, viewer, 180);
    expect(view.decision).toBe("climbed");
    expect(view.scores.find((score) => score.testSet === "New")).toMatchObject({ accuracy: 0.82 });
  });

  test("comes at its fixed time and not before", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    site.clock.now = new Date(due.getTime() - 1);
    expect(await releaseDue({ ctx: site.worker, input: team, random: noNoise })).toEqual([]);
    const before = await getSubmission({ ctx: as(site, viewer), input: { id } });
    expect(before.state).toBe("evaluating");
    expect(before.scores.map((score) => score.testSet)).toEqual(["Original"]);
    expect(await releaseAt(site, due, team)).toEqual([id]);
    const after = await getSubmission({ ctx: as(site, viewer), input: { id } });
    expect(after.endedAt).toBe(due.toISOString());
  });

  test("that comes late carries its fixed time all the same: what the machine was busy with stays unsaid", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    await releaseAt(site, new Date(due.getTime() + 61_234), {
      teamId: viewer.teamId,
      benchmarkId: benchmark.id,
    });
    expect(await timesOfRelease(id)).toEqual([due.toISOString()]);
  });

  test("that comes after another team's record and beats it is the record, whatever time it carries", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const late = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, late, { hidden: { wrong: 100 } });
    site.wait(1_000);
    const first = await submit(benchmark, await makeResearcher(site), 300);
    await releaseAt(site, due, { teamId: viewer.teamId, benchmarkId: benchmark.id });
    const shown = await loadRecords(site.web.db, { benchmarkId: benchmark.id, most: 2 });
    expect(shown.map(({ id }) => id)).toEqual([late, first.id]);
    expect(shown[0]!.at).toBe(first.view.endedAt);
  });

  test("together with an earlier one carries the later time of the two, and that of an approval once there was one", async () => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 0 });
    const viewer = await makeResearcher(site);
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    const [first, second] = [
      await makeSubmission(site, { benchmarkId: benchmark.id, viewer }),
      await makeSubmission(site, { benchmarkId: benchmark.id, viewer }),
    ];
    await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
    site.wait(100);
    const due = await evaluateAsTold(site, first, { hidden: { wrong: 300 } });
    expect(await releaseAt(site, new Date(due.getTime() + 5_000), team)).toEqual([]);
    const approvedAt = site.clock.now;
    const { acts } = await makeMaintainer(site);
    await approveFirstRelease({ ctx: acts, input: { id: first } });
    site.wait(4_321);
    expect(await releaseDue({ ctx: site.worker, input: team, random: noNoise })).toEqual([first, second]);
    expect(await timesOfRelease(first)).toEqual([approvedAt.toISOString()]);
    expect(await timesOfRelease(second)).toEqual([approvedAt.toISOString()]);
  });

  test("whose worker was lost keeps its time until that has passed, whatever is recorded, and tells nobody", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const { dueAt: due } = await claimAsTold(site, id);
    const windowMs = due.getTime() - site.clock.now.getTime();
    const written = async () =>
      (await site.sql`select xmin::text, hidden_claimed_at from submissions where id = ${id}`)[0];
    const before = await written();
    const claimAgain = () => claimHidden({ ctx: site.worker, input: { submissionId: id } });
    site.wait(windowMs / 4);
    expect(await claimAgain()).toMatchObject({ dueAt: due, tooLate: false });
    site.wait(windowMs / 2);
    expect(await claimAgain()).toMatchObject({ dueAt: due, tooLate: true });
    expect(await written()).toEqual(before);
    site.wait(windowMs);
    const next = new Date(due.getTime() + windowMs);
    expect(await claimAgain()).toMatchObject({ dueAt: new Date(next.getTime() + windowMs), tooLate: false });
    expect((await written())?.hidden_claimed_at).toEqual(before?.hidden_claimed_at);
  });

  test("happens exactly once, however many workers ask for it at the same time", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    const asked = await Promise.all(Array.from({ length: 10 }, () => releaseAt(site, due, team)));
    expect(asked.flat()).toEqual([id]);
    expect(await site.sql`select count(*)::int n from guarded.decisions where scope = 'team'`).toEqual([
      { n: 1 },
    ]);
    expect(
      await site.sql`select count(*)::int n from audit.lines where kind = 'decision' and fields->>'scope' = 'team'`,
    ).toEqual([{ n: 1 }]);
  });

  test("waits for the team's earlier submissions, and then steps the ladder in the order of submission", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    const first = await makeSubmission(site, { benchmarkId: benchmark.id, viewer, name: "first" });
    const second = await makeSubmission(site, { benchmarkId: benchmark.id, viewer, name: "second" });
    const due = await evaluateAsTold(site, second, { hidden: { wrong: 100 } });
    expect(await releaseAt(site, due, team)).toEqual([]);
    const later = await evaluateAsTold(site, first, { hidden: { wrong: 300 } });
    expect(await releaseAt(site, later, team)).toEqual([first, second]);
    const steps = await site.sql`
      select s.name, d.before->'rung'->>'numerator' as before, d.after->'rung'->>'numerator' as after
      from guarded.decisions d join submissions s on s.id = d.submission_id where d.scope = 'team' order by s.sequence`;
    expect(steps).toEqual([
      { name: "first", before: null, after: "3" },
      { name: "second", before: "3", after: "1" },
    ]);
  });

  test("of two submissions of one team finishing at once steps one after the other", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    const ids = [];
    let due = site.clock.now;
    for (const wrong of [300, 150]) {
      const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
      due = await evaluateAsTold(site, id, { hidden: { wrong } });
      ids.push(id);
    }
    const asked = await Promise.all([releaseAt(site, due, team), releaseAt(site, due, team)]);
    expect(asked.flat().sort()).toEqual([...ids].sort());
    const [ladder] = await site.sql`select state from guarded.ladders where scope = 'team'`;
    expect(ladder?.state).toEqual({ rung: { numerator: "4", denominator: "25" }, climbs: 2, closed: false });
  });

  test("never raises a ladder that has had its climbs", async () => {
    const policy = { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 2, noise: "1" } as const;
    const benchmark = await makeBenchmark(site, { policy });
    const viewer = await makeResearcher(site);
    const decisions = [];
    for (const wrong of [600, 400, 200])
      decisions.push((await submit(benchmark, viewer, wrong)).view.decision);
    expect(decisions).toEqual(["climbed", "climbed", "held"]);
  });

  test("draws its noise afresh and in secret", async () => {
    const benchmark = await makeBenchmark(site);
    const viewer = await makeResearcher(site);
    await submit(benchmark, viewer, 240);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 180 } });
    // 1 - 0.99 and cos(pi) make z = round(20 * sqrt(-2 ln 0.01) * -1) = -61: d + z = -1 is below eta n = 20.
    const draws = [0.99, 0.5];
    let i = 0;
    await releaseAt(site, due, { teamId: viewer.teamId, benchmarkId: benchmark.id }, () => draws[i++ % 2]!);
    expect((await getSubmission({ ctx: as(site, viewer), input: { id } })).decision).toBe("held");
    const [decision] = await site.sql`select trace from guarded.decisions where submission_id = ${id}`;
    expect(decision?.trace).toMatchObject({ d: 60, D: 60, noise: -61 });
    const lines = await site.sql`select public from audit.lines`;
    expect(JSON.stringify(lines)).not.toContain("noise");
  });

  test("lets the pool's other test sets out with a climb, rounded, and keeps them back with a hold", async () => {
    const hidden = [
      { name: "Matched", images: 1000 },
      { name: "Easier", images: 500 },
    ];
    const benchmark = await makeBenchmark(site, { hidden });
    const viewer = await makeResearcher(site);
    const id = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const due = await evaluateAsTold(site, id, { hidden: { wrong: 240 }, second: { wrong: 57 } });
    const team = { teamId: viewer.teamId, benchmarkId: benchmark.id };
    await releaseAt(site, due, team);
    const shown = (await getSubmission({ ctx: as(site, viewer), input: { id } })).scores;
    // 57 of 500 is 0.114: to the multiple 0.12 of eta
    expect(shown.find((score) => score.testSet === "Easier")).toMatchObject({
      kind: "released",
      correct: null,
      accuracy: 0.88,
    });
    const other = await makeSubmission(site, { benchmarkId: benchmark.id, viewer });
    const later = await evaluateAsTold(site, other, { hidden: { wrong: 240 }, second: { wrong: 0 } });
    await releaseAt(site, later, team);
    const held = (await getSubmission({ ctx: as(site, viewer), input: { id: other } })).scores;
    expect(held.filter((score) => score.testSet !== "Original").map((score) => score.kind)).toEqual([
      "withheld",
      "withheld",
    ]);
  });

  test("of a new team waits for a maintainer once the pool's budget of first releases is spent", async () => {
    const benchmark = await makeBenchmark(site, { firstReleaseBudget: 1 });
    const early = await makeResearcher(site);
    const late = await makeResearcher(site);
    expect((await submit(benchmark, early, 300)).view.state).toBe("scored");
    const waiting = await submit(benchmark, late, 300);
    expect(waiting.view.state).toBe("awaiting-approval");
    expect(waiting.view.scores.map((score) => score.testSet)).toEqual(["Original"]);
    expect((await submit(benchmark, early, 150)).view.state).toBe("scored");
  });

  test("enters the global ladder only with a climb of its own team's", async () => {
    const benchmark = await makeBenchmark(site);
    const strong = await makeResearcher(site);
    const weak = await makeResearcher(site);
    await submit(benchmark, strong, 100);
    await submit(benchmark, weak, 300);
    await submit(benchmark, weak, 300);
    expect(await site.sql`select accuracy from records order by at`).toEqual([{ accuracy: 0.9 }]);
    expect(
      await site.sql`select decision from guarded.decisions where scope = 'global' order by decided_at`,
    ).toEqual([{ decision: "climbed" }, { decision: "held" }]);
  });
});
