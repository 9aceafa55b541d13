import { expect } from "vitest";
import { verifyLog } from "@/server/audit-log/verify-log";
import { claimHidden } from "@/server/submissions/evaluation/claim-hidden";
import { recordHidden } from "@/server/submissions/evaluation/record-hidden";
import { withdrawExpired } from "@/server/submissions/spending/withdraw-expired";
import { authenticateToken } from "@/server/teams/authenticate-token";
import { createToken } from "@/server/teams/create-token";
import { as } from "../../factories/as";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { claimAsTold, evaluateAsTold, told } from "./evaluate-as-told";
import { releaseNow } from "./release-at";
import { spendingTest } from "./spending/spending-test";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const test = spendingTest.extend("verifies", ({ site }) => async () => {
  return (await verifyLog({ ctx: site.auditor, input: {} })).ok;
});

test("a clock that is set back by a day gives nobody a day's quota twice", async ({
  site,
  view,
  goOn,
  scored,
  used,
}) => {
  const benchmark = await makeBenchmark(site, { perDay: 1 });
  const spent = await scored(benchmark);
  const at = site.clock.now;
  site.wait(-25 * hourMs);
  const second = await scored(benchmark);
  expect([(await view(spent)).state, (await view(second)).state]).toEqual(["evaluating", "waiting-for-you"]);
  expect(await used(benchmark)).toBe(1);
  await expect(goOn(second)).rejects.toMatchObject({ code: "quota_spent" });
  site.clock.now = new Date(at.getTime() + dayMs);
  expect((await goOn(second)).state).toBe("evaluating");
});

test("a result that was due appears at the time that was told, once, and the log verifies all the while", async ({
  site,
  benchmark,
  viewer,
  view,
  lines,
  verifies,
}) => {
  const id = await makeSubmission(site, { benchmark, viewer });
  const due = await evaluateAsTold(site, id, { hidden: { wrong: 100 } });
  site.clock.now = new Date(due.getTime() - dayMs);
  expect(await releaseNow(site, { benchmark, viewer })).toEqual([]);
  expect(await claimHidden({ ctx: site.worker, input: { submissionId: id } })).toMatchObject({
    readyAt: due,
  });
  expect(await view(id)).toMatchObject({ state: "evaluating", decision: null });
  expect(await verifies()).toBe(true);
  site.clock.now = due;
  expect(await releaseNow(site, { benchmark, viewer })).toEqual([id]);
  site.wait(-hourMs);
  expect(await releaseNow(site, { benchmark, viewer })).toEqual([]);
  expect(await lines("decision")).toHaveLength(1);
  expect(await view(id)).toMatchObject({ decision: "climbed", endedAt: due.toISOString() });
  expect(await verifies()).toBe(true);
});

test("an evaluation during which the clock is set back appears after its first window as claimed, one during which it is set on never before it is done", async ({
  site,
  benchmark,
  viewer,
}) => {
  const run = async (moveMs: number) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    const claim = await claimAsTold(site, id);
    site.wait(moveMs);
    const outcomes = claim.versions.map(({ version }) => told(version.id, version.images, { wrong: 100 }));
    const machine = { onMs: 10, waitingMs: 0 };
    const given = { claim, outcomes, startedAt: claim.claimedAt, machine, forfeited: null };
    return { claim, result: await recordHidden({ ctx: site.worker, input: given }) };
  };
  const back = await run(-dayMs);
  const { claimedAt, allowance } = back.claim;
  expect(back.result).toMatchObject({ at: new Date(claimedAt.getTime() + allowance.windowMs), windows: 1 });
  const on = await run(dayMs);
  expect(on.result.at.getTime()).toBeGreaterThanOrEqual(site.clock.now.getTime());
  expect(on.result.windowsBeyond).toBeGreaterThan(0);
});

test("one that waits for its team waits on, and a token that was used later than now is one still", async ({
  site,
  viewer,
  benchmark,
  view,
  scored,
}) => {
  const id = await scored(benchmark, { asks: true });
  const { token } = await createToken({ ctx: as(site, viewer), input: { name: "shell" } });
  await authenticateToken({ ctx: site.web, input: { token } });
  site.wait(-dayMs);
  await withdrawExpired({ ctx: site.worker });
  expect((await view(id)).state).toBe("waiting-for-you");
  expect(await authenticateToken({ ctx: site.web, input: { token } })).toMatchObject({
    viewer: { userId: viewer.userId },
  });
});
