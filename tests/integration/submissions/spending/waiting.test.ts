import { describe, expect } from "vitest";
import { withdrawExpired } from "@/server/submissions/spending/withdraw-expired";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeBenchmark } from "../../../factories/make-benchmark";
import { spendingTest as test } from "./spending-test";

const weekMs = 7 * 24 * 3600 * 1000;

describe("a submission that waits", () => {
  test("is withdrawn after seven days, at no cost, and cannot be spent a moment later", async ({
    site,
    benchmark,
    view,
    goOn,
    used,
    lines,
    scored,
  }) => {
    const id = await scored(benchmark, { asks: true });
    site.wait(weekMs - 1);
    await withdrawExpired({ ctx: site.worker });
    expect((await view(id)).state).toBe("waiting-for-you");
    site.wait(1);
    await expect(goOn(id)).rejects.toMatchObject({ code: "too_late" });
    await withdrawExpired({ ctx: site.worker });
    expect(await view(id)).toMatchObject({ state: "withdrawn", refusal: { code: "waited_too_long" } });
    expect(await lines("lapse")).toMatchObject([{ submission: id, because: "expired" }]);
    expect(await used(benchmark)).toBe(0);
  });

  test("is one of as many as the team may spend in a day: one more is withdrawn", async ({
    site,
    view,
    scored,
  }) => {
    const benchmark = await makeBenchmark(site, { perDay: 2 });
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push(await scored(benchmark, { expectedOriginal: 0.99 }));
    const states = await Promise.all(ids.map(async (id) => (await view(id)).state));
    expect(states).toEqual(["waiting-for-you", "waiting-for-you", "withdrawn"]);
    expect((await view(ids[2]!)).refusal?.code).toBe("too_many_wait");
  });

  test("is withdrawn when the test sets change: it knows only those before", async ({
    benchmark,
    maintainer,
    view,
    scored,
  }) => {
    const id = await scored(benchmark, { asks: true });
    await retireTestSet({ ctx: maintainer.acts, input: { benchmark: benchmark.slug, testSet: "New" } });
    expect(await view(id)).toMatchObject({ state: "withdrawn", refusal: { code: "test_sets_changed" } });
  });
});
