import { expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import type { Researcher } from "@/server/context";
import { getSubmission } from "@/server/submissions/get-submission";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { joinLadders } from "@/server/submissions/release/join-ladders";
import { findViewer } from "@/server/teams/find-viewer";
import { mergeTeams } from "@/server/teams/merge-teams";
import { as } from "../../factories/as";
import { type Benchmark, makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { siteTest } from "../../fixtures/site-test";
import { getBenchmarkMeters } from "../audit/public-meters";
import type { Wrong } from "../submissions/evaluate-as-told";
import { releaseNow } from "../submissions/release-at";
import { submitAsTold } from "../submissions/submit-as-told";

const test = siteTest
  .extend("ada", { auto: true }, ({ site }) => makeResearcher(site, "ada"))
  .extend("bob", { auto: true }, ({ site }) => makeResearcher(site, "bob"))
  .extend("eve", ({ site }) => makeResearcher(site, "eve"))
  .extend(
    "submit",
    ({ site, maintainer }) =>
      async (benchmark: Benchmark, viewer: Researcher, hidden: Wrong) => {
        site.wait(60_000);
        const id = await submitAsTold(site, { benchmark, viewer, hidden });
        return getSubmission({ ctx: { ...site.web, viewer: maintainer.acts.viewer }, input: { id } });
      },
  )
  .extend("merge", ({ maintainer }) => (team: string, into: string) => {
    return mergeTeams({ ctx: maintainer.acts, input: { team, into, reason: "One person, two accounts." } });
  })
  .extend("teamLadders", ({ site }) => () => {
    return site.sql`select team_id, state from guarded.ladders where scope = 'team' order by updated_at`;
  })
  .extend(
    "verified",
    ({ site }) =>
      () =>
        verifyLog({ ctx: site.owner, input: {} }),
  );

test("quotas and climbs are added, the higher rung stays, and the ladder closes at the limit", async ({
  site,
  benchmark,
  ada,
  bob,
  maintainer,
  submit,
  merge,
  teamLadders,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 200 });
  await submit(benchmark, bob, { wrong: 100 });
  await merge("bob", "ada");
  const [job] = await site.sql`select data from pgboss.job where name = 'join-ladders'`;
  expect(job?.data).toEqual({ teamId: ada.teamId });
  await joinLadders({ ctx: site.worker, input: job?.data });
  await joinLadders({ ctx: site.worker, input: job?.data });
  const joined = { rung: { numerator: "1", denominator: "10" }, climbs: 3, closed: true };
  expect(await teamLadders()).toEqual([{ team_id: ada.teamId, state: joined }]);

  const quota = await quotaOf({ ctx: as(site, ada), input: { benchmark: benchmark.slug } });
  expect(quota).toMatchObject({ used: 3, climbsLeft: 0, rung: 0.9 });
  expect(await findViewer({ ctx: site.web, input: { userId: bob.userId } })).toMatchObject({
    teamId: ada.teamId,
  });
  expect((await submit(benchmark, ada, { wrong: 0 })).decision).toBe("held");
  expect(await verified()).toMatchObject({ ok: true });
  const lines = await site.sql`select fields from audit.lines where kind = 'merge'`;
  expect(lines.map((line) => line.fields)).toEqual([
    expect.objectContaining({
      team: bob.teamId,
      into: ada.teamId,
      reason: "One person, two accounts.",
      by: maintainer.acts.viewer.userId,
    }),
  ]);
});

test("the next submission is compared with the higher rung's model, joined before the step if it was not yet", async ({
  site,
  benchmark,
  ada,
  bob,
  submit,
  merge,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 240, from: 500 });
  await merge("bob", "ada");
  const { id, decision } = await submit(benchmark, ada, { wrong: 180, from: 500 });
  expect(decision).toBe("climbed");
  const [made] =
    await site.sql`select trace, before, after from guarded.decisions where submission_id = ${id} and scope = 'team'`;
  expect(made).toMatchObject({ trace: { d: 60, D: 60 }, before: { climbs: 2 }, after: { climbs: 3 } });
  expect(await verified()).toMatchObject({ ok: true });
});

test("teams merged one into the next have one ladder, whatever was joined meanwhile", async ({
  site,
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  teamLadders,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 200 });
  await merge("ada", "bob");
  site.wait(1);
  await merge("bob", "eve");
  expect((await submit(benchmark, eve, { wrong: 100 })).decision).toBe("climbed");
  const climbed = { rung: { numerator: "1", denominator: "10" }, climbs: 3, closed: true };
  expect(await teamLadders()).toEqual([{ team_id: eve.teamId, state: climbed }]);
  expect(await verified()).toMatchObject({ ok: true });
});

test("ladders are joined in the order of the log, though a clock may not tell two merges apart", async ({
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  verified,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 300, from: 500 });
  const [first, second] = ada.teamId > bob.teamId ? ["ada", "bob"] : ["bob", "ada"];
  await merge(first!, "eve");
  await merge(second!, "eve");
  // Better than the first one's model by 30 images, and hardly like the second one's.
  const from = first === "ada" ? 0 : 500;
  expect((await submit(benchmark, eve, { wrong: 270, from })).decision).toBe("climbed");
  expect(await verified()).toMatchObject({ ok: true });
});

test("a job for a team that was merged itself meanwhile joins the ladders to the team it is now", async ({
  site,
  benchmark,
  ada,
  bob,
  eve,
  submit,
  merge,
  teamLadders,
}) => {
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 200 });
  await merge("ada", "bob");
  await merge("bob", "eve");
  await joinLadders({ ctx: site.worker, input: { teamId: bob.teamId } });
  const ladders = await teamLadders();
  expect(ladders).toEqual([{ team_id: eve.teamId, state: expect.objectContaining({ climbs: 2 }) }]);
});

test("first releases stay spent: a merge makes no room for another team", async ({
  site,
  ada,
  bob,
  submit,
  merge,
}) => {
  const benchmark = await makeBenchmark(site, { firstReleaseBudget: 2 });
  await submit(benchmark, ada, { wrong: 300 });
  await submit(benchmark, bob, { wrong: 300 });
  await merge("bob", "ada");
  expect((await submit(benchmark, await makeResearcher(site), { wrong: 300 })).state).toBe(
    "awaiting-approval",
  );
  const [meter] = await getBenchmarkMeters(site.web.db, benchmark.id);
  expect(meter).toMatchObject({ firstReleases: 2, climbs: 2, scored: 2 });
});

test("what waited for approval is decided against the ladder that its team has now, by whichever id a worker knows it", async ({
  site,
  ada,
  bob,
  submit,
  merge,
  verified,
}) => {
  const benchmark = await makeBenchmark(site, { firstReleaseBudget: 1 });
  await submit(benchmark, ada, { wrong: 300 });
  const waiting = await submit(benchmark, bob, { wrong: 290 });
  expect(waiting.state).toBe("awaiting-approval");
  await merge("bob", "ada");
  const jobs = await site.sql`select data from pgboss.job where name = 'evaluate-hidden' order by created_on`;
  expect(jobs.at(-1)?.data).toEqual({ submissionId: waiting.id });
  expect(await releaseNow(site, { benchmark, viewer: bob })).toEqual([waiting.id]);
  const view = await getSubmission({ ctx: as(site, ada), input: { id: waiting.id } });
  expect(view).toMatchObject({ state: "scored", decision: "held", team: "ada" });
  expect(await verified()).toMatchObject({ ok: true });
});

test("only two teams that are there can be merged, and once; two maintainers at once merge them once", async ({
  site,
  merge,
}) => {
  await expect(merge("ada", "nobody")).rejects.toMatchObject({ code: "not_found" });
  await expect(merge("ada", "ada")).rejects.toMatchObject({ code: "bad_input" });
  const both = await Promise.allSettled([merge("ada", "bob"), merge("ada", "bob")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(merge("bob", "ada")).rejects.toMatchObject({ code: "too_late" });
  expect(await site.sql`select count(*)::int n from audit.lines where kind = 'merge'`).toEqual([{ n: 1 }]);
});

test("whoever merges teams sees no ladder", async ({ site, ada, merge }) => {
  await expect(joinLadders({ ctx: site.web, input: { teamId: ada.teamId } })).resolves.toBeUndefined();
  await merge("bob", "ada");
  await expect(joinLadders({ ctx: site.web, input: { teamId: ada.teamId } })).rejects.toThrow();
});
