import { describe, expect, test } from "vitest";
import { mostOriginals, originalBudget } from "@/server/submissions/quota/original-budget";

const now = new Date("2026-05-02T12:00:00Z");
const hour = 3_600_000;
const run = (hoursAgo: number, cpuHours = 0, here = true) => ({
  at: new Date(now.getTime() - hoursAgo * hour),
  cpuMs: cpuHours * hour,
  here,
});
const next = (runs: ReturnType<typeof run>[], most = 10) =>
  originalBudget({ runs, most, now })?.toISOString() ?? null;

test("the number is five times the daily quota, and ten at least", () => {
  expect([1, 2, 3].map(mostOriginals)).toEqual([10, 10, 15]);
});

describe("another original part is possible", () => {
  test("at once while there were fewer than so many on the benchmark in 24 hours", () => {
    expect(next([run(1), run(2)], 3)).toBeNull();
    expect(next([run(1), run(2), run(25)], 3)).toBeNull();
    expect(next([run(1), run(2), run(3, 0, false)], 3)).toBeNull();
  });

  test("24 hours after the oldest of so many", () => {
    expect(next([run(1), run(20), run(3)], 3)).toBe("2026-05-02T16:00:00.000Z");
  });

  test("at once after one that alone took longer than six hours would allow, a day later only", () => {
    expect(next([run(23, 5.9)])).toBeNull();
    expect(next([run(23, 9)])).toBe("2026-05-02T13:00:00.000Z");
  });

  test("when enough of the processor time of all benchmarks is a day ago", () => {
    expect(next([run(20, 3), run(10, 2, false), run(5, 4)])).toBe("2026-05-03T02:00:00.000Z");
  });
});
