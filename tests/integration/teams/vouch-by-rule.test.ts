import { expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { disqualifySubmission } from "@/server/submissions/acts/disqualify-submission";
import { mergeTeams } from "@/server/teams/merge-teams";
import { vouchForTeam } from "@/server/teams/vouch-for-team";
import { endVouchRule } from "@/server/teams/vouch-rules/end-vouch-rule";
import { listVouchRules } from "@/server/teams/vouch-rules/list-vouch-rules";
import { setVouchRule } from "@/server/teams/vouch-rules/set-vouch-rule";
import { vouchByRule } from "@/server/teams/vouch-rules/vouch-by-rule";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeResearcher } from "../../factories/make-researcher";
import { makeStranger } from "../../factories/make-stranger";
import { makeSubmission } from "../../factories/make-submission";
import { siteTest } from "../../fixtures/site-test";
import { submitAsTold } from "../submissions/submit-as-told";

const oldAccount = { kind: "account-age", value: "365", reason: "A closed site." } as const;

const test = siteTest
  .extend("rule", { auto: true }, async ({ maintainer }) =>
    setVouchRule({ ctx: maintainer.acts, input: oldAccount }),
  )
  /** Somebody with an old account and this address signs in; whether their team is vouched for then. */
  .extend("arrive", ({ site }) => async ({ teamId }: { teamId: string }) => {
    const facts = { accountCreatedAt: new Date("2009-01-01"), addresses: [], organisations: [] };
    await vouchByRule({ ctx: site.web, input: { teamId, factsFor: async () => facts } });
    const [team] = await site.sql`select vouched_at from teams where id = ${teamId}`;
    return team!.vouched_at !== null;
  })
  .extend("lines", ({ site }) => async (kind: string) => {
    return (await site.sql`select fields from audit.lines where kind = ${kind} order by id`).map(
      (line) => line.fields,
    );
  });

test("A rule is set once, listed with the teams for which it vouched, and ended; the log has both", async ({
  site,
  maintainer,
  rule,
  arrive,
  lines,
}) => {
  const ctx = maintainer.acts;
  await expect(setVouchRule({ ctx, input: oldAccount })).rejects.toMatchObject({ code: "already_exists" });
  const stranger = await makeStranger(site);
  expect(await arrive(stranger)).toBe(true);
  const setBy = ctx.viewer.name;
  expect(await listVouchRules({ ctx })).toMatchObject([{ id: rule.id, teams: 1, setBy, endedAt: null }]);
  await endVouchRule({ ctx, input: rule });
  await expect(endVouchRule({ ctx, input: rule })).rejects.toMatchObject({ code: "not_found" });
  expect(await arrive(await makeStranger(site))).toBe(false);
  const again = await setVouchRule({ ctx, input: oldAccount });
  expect((await listVouchRules({ ctx })).map(({ id }) => id)).toEqual([again.id, rule.id]);
  const by = ctx.viewer.userId;
  expect((await lines("vouch-rule")).slice(0, 2)).toMatchObject([
    { rule: rule.id, asks: "account-age", value: "365", reason: "A closed site.", by },
    { rule: rule.id, ended: true, by },
  ]);
  expect((await lines("vouch")).filter(({ team }) => team === stranger.teamId)).toMatchObject([
    { vouched: true, by: null, reason: "by a rule: has a GitHub account of at least 365 days" },
  ]);
  expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
});

test("A rule lets the first score out that waits, as a person's vouch does", async ({
  site,
  arrive,
  lines,
}) => {
  const benchmark = await makeBenchmark(site, { firstReleaseBudget: 0 });
  const viewer = await makeStranger(site);
  const id = await submitAsTold(site, { benchmark, viewer, hidden: { wrong: 300 } });
  const stateOf = async () => (await site.sql`select state from submissions where id = ${id}`)[0]!.state;
  expect(await stateOf()).toBe("awaiting-approval");
  expect(await arrive(viewer)).toBe(true);
  expect(await stateOf()).toBe("evaluating");
  expect(await lines("approval")).toMatchObject([{ submission: id, by: null }]);
});

test("A rule vouches for no team from which a person took the vouch, or to which they refused it", async ({
  site,
  maintainer,
  arrive,
}) => {
  const stranger = await makeStranger(site);
  const vouch = (vouched: boolean) =>
    vouchForTeam({ ctx: maintainer.acts, input: { teams: [stranger.name], vouched, reason: "Because." } });
  expect(await arrive(stranger)).toBe(true);
  await vouch(false);
  expect(await arrive(stranger)).toBe(false);
  await vouch(true);
  await vouch(false);
  expect(await arrive(stranger)).toBe(false);
  const forewarned = await makeStranger(site);
  await vouchForTeam({
    ctx: maintainer.acts,
    input: { teams: [forewarned.name], vouched: false, reason: "Two names." },
  });
  expect(await arrive(forewarned)).toBe(false);
});

test("A rule vouches for no team of a merge, on neither side", async ({ site, maintainer, arrive }) => {
  const [gone, stays, known] = [
    await makeStranger(site),
    await makeStranger(site),
    await makeResearcher(site),
  ];
  const merge = (team: string, into: string) =>
    mergeTeams({ ctx: maintainer.acts, input: { team, into, reason: "One person." } });
  await merge(gone.name, stays.name);
  expect([await arrive(gone), await arrive(stays)]).toEqual([false, false]);
  await merge(stays.name, known.name);
  expect(await arrive(known)).toBe(false);
});

test("A rule vouches for no team with a disqualified submission", async ({
  site,
  benchmark,
  maintainer,
  arrive,
}) => {
  const stranger = await makeStranger(site);
  const id = await makeSubmission(site, { benchmark, viewer: stranger });
  await disqualifySubmission({ ctx: maintainer.acts, input: { id, reason: "A second account." } });
  expect(await arrive(stranger)).toBe(false);
});

test("Nothing is asked about somebody for whom no rule could vouch", async ({ site, maintainer, rule }) => {
  const factsFor = () => Promise.reject(new Error("asked"));
  const [known, stranger] = [await makeResearcher(site), await makeStranger(site)];
  const arriving = ({ teamId }: { teamId: string }) =>
    vouchByRule({ ctx: site.web, input: { teamId, factsFor } });
  await arriving(known);
  await expect(arriving(stranger)).rejects.toThrow("asked");
  await endVouchRule({ ctx: maintainer.acts, input: rule });
  await arriving(stranger);
});

test("Of two accounts that come at once with one address a rule vouches for one", async ({
  site,
  maintainer,
}) => {
  const input = { kind: "email-domain", value: "example.org", reason: "One each." } as const;
  await setVouchRule({ ctx: maintainer.acts, input });
  const facts = { accountCreatedAt: null, addresses: ["eve@example.org"], organisations: [] };
  const both = [await makeStranger(site), await makeStranger(site)];
  await Promise.allSettled(
    both.map(({ teamId }) => vouchByRule({ ctx: site.web, input: { teamId, factsFor: async () => facts } })),
  );
  const ids = both.map(({ teamId }) => teamId);
  expect(await site.sql`select count(vouched_at)::int n from teams where id = any(${ids})`).toEqual([
    { n: 1 },
  ]);
});
