import { expect, test } from "vitest";
import { hiddenSchedule } from "@/server/submissions/evaluation/hidden-schedule";

const claimedAt = new Date("2026-05-01T12:00:00Z");
const after = (ms: number) => new Date(claimedAt.getTime() + ms);
/** A window of 3 * 5 ms * 2,000 images and 2 s. */
const pace = { originalMs: 50_000, originalImages: 10_000, hiddenImages: 2_000 };
const windowMs = 32_000;

test("a hidden result appears after three times the pace on original images, and two seconds for the start", () => {
  const schedule = hiddenSchedule({ claimedAt, now: claimedAt, dueAt: null, ...pace });
  expect(schedule).toEqual({ dueAt: after(windowMs), tooLate: false });
});

test.each([
  ["early: it is run at once", 0.1, false],
  ["at half of the window: it is run at once", 0.5, false],
  ["late: it awaits the next window", 0.51, true],
  ["a moment before its time: it awaits the next window", 0.999, true],
])("the time stands when it is claimed again %s", (_, share, tooLate) => {
  const schedule = hiddenSchedule({
    claimedAt,
    now: after(share * windowMs),
    dueAt: after(windowMs),
    ...pace,
  });
  expect(schedule).toEqual({ dueAt: after(windowMs), tooLate });
});

test("a time that passed without a result moves by whole windows, to one of which half at least is left", () => {
  for (let share = 1; share < 9; share += 0.1) {
    const now = after(share * windowMs);
    const { dueAt, tooLate } = hiddenSchedule({ claimedAt, now, dueAt: after(windowMs), ...pace });
    const windows = (dueAt.getTime() - claimedAt.getTime()) / windowMs;
    expect(Number.isInteger(windows)).toBe(true);
    expect(windows - share).toBeGreaterThan(0.5 - 1e-6);
    expect(windows - share).toBeLessThan(1.5 + 1e-6);
    expect(tooLate).toBe(false);
  }
});
