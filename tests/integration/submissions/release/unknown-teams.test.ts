import { describe, expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import type { Researcher } from "@/server/context";
import { biasOfTeams } from "@/server/release/bias-of-teams";
import { defaultPolicy } from "@/server/release/default-policy";
import { approveFirstRelease } from "@/server/submissions/acts/approve-first-release";
import { createToken } from "@/server/teams/create-token";
import { ensureUser } from "@/server/teams/ensure-user";
import { mergeTeams } from "@/server/teams/merge-teams";
import { vouchForTeam } from "@/server/teams/vouch-for-team";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeResearcher } from "../../../factories/make-researcher";
import type { Site } from "../../../factories/make-site";
import { makeStranger } from "../../../factories/make-stranger";
import { getBenchmarkMeters } from "../../audit/public-meters";
import { releaseNow } from "../release-at";
import { submissionTest as test } from "../submission-test";

/** A benchmark of 1,600 hidden images on which so many teams that nobody vouches for may have first scores by themselves. */
async function openTo(site: Site, teams: number) {
  const { policy } = defaultPolicy(1000);
  const reached = (teams: number) => biasOfTeams({ policy, images: 1600, lifetime: 30, beside: 0, teams })!;
  const teamBias = (reached(teams) + reached(teams + 1)) / 2;
  return makeBenchmark(site, { hidden: [{ name: "New", images: 1600 }], lifetime: 30, teamBias });
}

describe("the first scores of teams that nobody vouches for", () => {
  test("wait for a maintainer once one more could pass the pool's bias; of teams that are vouched for they do not", async ({
    site,
    submit,
    view,
  }) => {
    const benchmark = await openTo(site, 2);
    const stateOf = async (by: Researcher) => (await view(await submit(benchmark, 400, by), by)).state;
    const states = [];
    for (let i = 0; i < 3; i++) states.push(await stateOf(await makeStranger(site)));
    expect(states).toEqual(["scored", "scored", "awaiting-approval"]);
    expect(await stateOf(await makeResearcher(site))).toBe("scored");
    const [meter] = await getBenchmarkMeters(site.web.db, benchmark.id);
    expect(meter).toMatchObject({ firstReleases: 3, unvouched: 2 });
    expect(meter!.unvouchedBias).toBeLessThan(meter!.teamBias);
    // A team that has its first score goes on, whatever others wait for.
    const early = await makeStranger(site);
    expect(await stateOf(early)).toBe("awaiting-approval");
  });

  test("of twelve teams made by `token create` are all released at 1,600 images", async ({
    site,
    submit,
    view,
  }) => {
    const benchmark = await makeBenchmark(site, {
      hidden: [{ name: "New", images: 1600 }],
      firstReleaseBudget: 16,
      lifetime: 30,
    });
    for (let i = 0; i < 12; i++) {
      const made = await ensureUser({
        ctx: site.owner,
        input: { provider: "local", accountId: `user ${i}`, name: `user ${i}` },
      });
      await createToken({ ctx: { ...site.owner, viewer: made }, input: { name: "made" } });
      const by = made as Researcher;
      expect((await view(await submit(benchmark, 400, by), by)).state).toBe("scored");
    }
    const [meter] = await getBenchmarkMeters(site.web.db, benchmark.id);
    expect(meter).toMatchObject({ firstReleases: 12, unvouched: 0, unvouchedBias: 0 });
  });

  test("stay counted after a merge, and the team that took the other in is no longer vouched for", async ({
    site,
    maintainer,
    submit,
    view,
  }) => {
    const benchmark = await openTo(site, 2);
    const known = await makeResearcher(site);
    const stranger = await makeStranger(site);
    await submit(benchmark, 400, known);
    await submit(benchmark, 400, stranger);
    const input = { team: stranger.name, into: known.name, reason: "One person." };
    await mergeTeams({ ctx: maintainer.acts, input });
    const late = await makeStranger(site);
    const id = await submit(benchmark, 400, late);
    expect((await view(id, late)).state).toBe("awaiting-approval");
    const [meter] = await getBenchmarkMeters(site.web.db, benchmark.id);
    expect(meter).toMatchObject({ firstReleases: 2, unvouched: 2 });
    const ended = await site.sql`select fields->>'team' as team from audit.lines
      where kind = 'vouch' and fields->>'vouched' = 'false'`;
    expect(ended).toEqual([{ team: known.teamId }]);
  });
});

test("Vouching for a team lets those out that wait for the room which it had taken, and no more; nothing waits needlessly", async ({
  site,
  maintainer,
  submit,
  view,
}) => {
  const benchmark = await openTo(site, 1);
  const [first, second, third] = [
    await makeStranger(site),
    await makeStranger(site),
    await makeStranger(site),
  ];
  await submit(benchmark, 400, first);
  const waiting = [
    { viewer: second, id: await submit(benchmark, 400, second) },
    { viewer: third, id: await submit(benchmark, 400, third) },
  ];
  site.wait(3_600_000);
  const input = { teams: [first.name], vouched: true, reason: "Known from the workshop." };
  await vouchForTeam({ ctx: maintainer.acts, input });
  const vouchedAt = site.clock.now.toISOString();
  site.wait(1_000);
  for (const { viewer } of waiting) await releaseNow(site, { benchmark, viewer });
  expect(await view(waiting[0]!.id, second)).toMatchObject({ state: "scored", endedAt: vouchedAt });
  const last = await view(waiting[1]!.id, third);
  expect(last.state).toBe("awaiting-approval");
  expect(last.approval?.waiting).toBe(1);
  expect(last.approval?.medianWaitMs).toBeGreaterThan(3_000_000);
  const jobs =
    await site.sql`select data->>'submissionId' id from pgboss.job where name = 'evaluate-hidden' order by created_on, id`;
  expect(
    jobs
      .map(({ id }) => id)
      .slice(-2)
      .sort(),
  ).toEqual(waiting.map(({ id }) => id).sort());
});

test("Vouching lets the team's waiting first score out at that time, for a reason in the log; nobody is told of it else", async ({
  site,
  maintainer,
  submit,
  view,
  lines,
}) => {
  const benchmark = await openTo(site, 0);
  const [one, two] = [await makeStranger(site), await makeStranger(site)];
  const ids = [await submit(benchmark, 400, one), await submit(benchmark, 400, two)];
  expect((await view(ids[0]!, one)).approval).toEqual({ waiting: 2, medianWaitMs: null });
  site.wait(3_600_000);
  const vouchedAt = site.clock.now.toISOString();
  const input = { teams: [one.name], vouched: true, reason: "Known from the workshop." };
  await vouchForTeam({ ctx: maintainer.acts, input });
  site.wait(1_000);
  expect(await releaseNow(site, { benchmark, viewer: one })).toEqual([ids[0]]);
  expect(await view(ids[0]!, one)).toMatchObject({
    state: "scored",
    decision: "climbed",
    endedAt: vouchedAt,
  });
  expect((await view(ids[1]!, two)).state).toBe("awaiting-approval");
  const { waiting, medianWaitMs } = (await view(ids[1]!, two)).approval!;
  expect(waiting).toBe(1);
  expect(medianWaitMs).toBeGreaterThan(0);
  const by = maintainer.acts.viewer.userId;
  expect((await lines("vouch")).at(-1)).toMatchObject({
    team: one.teamId,
    vouched: true,
    reason: "Known from the workshop.",
    by,
  });
  expect(await lines("approval")).toEqual([expect.objectContaining({ submission: ids[0], by })]);
  await approveFirstRelease({ ctx: maintainer.acts, input: { ids: [ids[1]!] } });
  expect(await releaseNow(site, { benchmark, viewer: two })).toEqual([ids[1]]);
  expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  await expect(
    vouchForTeam({ ctx: maintainer.acts, input: { ...input, teams: [two.name, "nobody-of-this-name"] } }),
  ).rejects.toMatchObject({ code: "not_found" });
});
