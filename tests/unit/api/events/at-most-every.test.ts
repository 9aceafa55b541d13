import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { atMostEvery } from "@/server/api/events/at-most-every";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the first call acts at once, those that follow close by act once, after the last", () => {
  const act = vi.fn();
  const { call } = atMostEvery(300, act);
  call();
  expect(act).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 50; i += 1) call();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(300);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(2);
});

test("nothing acts after it was cancelled", () => {
  const act = vi.fn();
  const { call, cancel } = atMostEvery(300, act);
  call();
  call();
  cancel();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});
