import { describe, expect } from "vitest";
import { withdrawSubmission } from "@/server/submissions/withdraw-submission";
import { as } from "../../../factories/as";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { makeResearcher } from "../../../factories/make-researcher";
import { makeSubmission } from "../../../factories/make-submission";
import { claimAsTold, scoreOriginal } from "../evaluate-as-told";
import { spendingTest as test } from "./spending-test";

describe("after its original part", () => {
  test("a submission is spent by itself, and stamped then: not when it was made", async ({
    site,
    benchmark,
    viewer,
    view,
    jobs,
    lines,
  }) => {
    const id = await makeSubmission(site, { benchmark, viewer });
    site.wait(3_600_000);
    await scoreOriginal(site, id);
    expect(await view(id)).toMatchObject({
      state: "evaluating",
      spentAt: site.clock.now.toISOString(),
      originalScores: [{ testSet: "Original", kind: "exact", correct: 900, total: 1000 }],
    });
    expect(await jobs("evaluate-hidden")).toEqual([{ id }]);
    expect(await lines("spending")).toMatchObject([{ submission: id, team: viewer.teamId, by: null }]);
  });

  test("one that asks, or whose accuracy was not the one expected, waits with its exact score and costs nothing", async ({
    benchmark,
    view,
    jobs,
    used,
    scored,
  }) => {
    const asked = await scored(benchmark, { asks: true });
    const missed = await scored(benchmark, { expectedOriginal: 0.95 });
    expect(await view(asked)).toMatchObject({
      state: "waiting-for-you",
      spentAt: null,
      advice: { code: "asked" },
      originalScores: [{ correct: 900 }],
    });
    expect(await view(missed)).toMatchObject({
      state: "waiting-for-you",
      advice: { code: "expectation_missed", message: expect.stringContaining("90.0 %") },
    });
    expect(await jobs("evaluate-hidden")).toEqual([]);
    expect(await used(benchmark)).toBe(0);
  });

  test("one that meets the number goes on", async ({ benchmark, view, scored }) => {
    const id = await scored(benchmark, { expectedOriginal: 0.88 });
    expect((await view(id)).state).toBe("evaluating");
  });

  test("one whose quota was spent meanwhile waits, and is told when it can be spent", async ({
    site,
    view,
    goOn,
    scored,
    lines,
  }) => {
    const benchmark = await makeBenchmark(site, { perDay: 1 });
    await scored(benchmark);
    const late = await scored(benchmark);
    expect(await view(late)).toMatchObject({
      state: "waiting-for-you",
      advice: { code: "quota_spent", hint: "You can spend it at 2026-05-02 12:00 UTC." },
    });
    await expect(goOn(late)).rejects.toMatchObject({ code: "quota_spent" });
    expect(await lines("quota-refusal")).toHaveLength(2);
    site.wait(24 * 3600 * 1000);
    expect((await goOn(late)).state).toBe("evaluating");
  });
});

describe("spending it", () => {
  test("fifty times at once, of three that wait, leaves a team with its quota and not one more", async ({
    site,
    goOn,
    used,
    scored,
    jobs,
  }) => {
    const benchmark = await makeBenchmark(site, { perDay: 3 });
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push(await scored(benchmark, { asks: true }));
    await site.sql`update benchmarks set per_day = 2`;
    const asked = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => goOn(ids[i % 3]!)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    expect(await used(benchmark)).toBe(2);
    expect(await jobs("evaluate-hidden")).toHaveLength(2);
  });

  test("is the order in which ladders step, whatever was submitted first", async ({
    site,
    benchmark,
    goOn,
    scored,
  }) => {
    const early = await scored(benchmark, { asks: true });
    const late = await scored(benchmark);
    await goOn(early);
    const order = await site.sql`select id from submissions order by spend_order`;
    expect(order.map(({ id }) => id)).toEqual([late, early]);
  });

  test("can be taken back until its hidden evaluation is claimed, and then is given back", async ({
    site,
    viewer,
    benchmark,
    used,
    scored,
  }) => {
    const withdraw = (id: string) => withdrawSubmission({ ctx: as(site, viewer), input: { id } });
    await withdraw(await scored(benchmark, { asks: true }));
    await withdraw(await scored(benchmark));
    expect(await used(benchmark)).toBe(0);
    const claimed = await makeSubmission(site, { benchmark, viewer });
    await claimAsTold(site, claimed);
    await expect(withdraw(claimed)).rejects.toMatchObject({ code: "too_late" });
    expect(await used(benchmark)).toBe(1);
  });

  test("is its own team's alone, and possible only while it waits", async ({
    site,
    benchmark,
    goOn,
    scored,
  }) => {
    const id = await scored(benchmark, { asks: true });
    await expect(goOn(id, await makeResearcher(site))).rejects.toMatchObject({ code: "not_found" });
    await goOn(id);
    await expect(goOn(id)).rejects.toMatchObject({ code: "too_late" });
  });
});
