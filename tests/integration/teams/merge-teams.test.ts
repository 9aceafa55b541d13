import { expect } from "vitest";
import { getSubmission } from "@/server/submissions/get-submission";
import { quotaOf } from "@/server/submissions/quota/quota-of";
import { joinLadders } from "@/server/submissions/release/join-ladders";
import { findViewer } from "@/server/teams/find-viewer";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { getBenchmarkMeters } from "../audit/public-meters";
import { releaseNow } from "../submissions/release-at";
import { mergeTest as test } from "./merge-test";

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
