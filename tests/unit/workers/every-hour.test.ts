import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyHour } from "@/workers/every-hour";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const hours = (count: number) => vi.advanceTimersByTimeAsync(count * 3600 * 1000);

test("it is done at once and every hour, after a failure too, until aborted", async () => {
  const ending = new AbortController();
  const errors: unknown[] = [];
  let times = 0;
  const act = async () => {
    times += 1;
    if (times === 2) throw new Error("once");
  };
  everyHour(act, { signal: ending.signal, onError: (error) => errors.push(error) });
  expect(times).toBe(1);
  await hours(3);
  expect([times, errors.length]).toEqual([4, 1]);
  ending.abort();
  await hours(3);
  expect(times).toBe(4);
});

test("one that takes longer than an hour is not done twice at once", async () => {
  let [begun, ended] = [0, 0];
  const act = async () => {
    begun += 1;
    await new Promise((done) => setTimeout(done, 90 * 60 * 1000));
    ended += 1;
  };
  everyHour(act, { signal: new AbortController().signal, onError: () => {} });
  await hours(1);
  expect([begun, ended]).toEqual([1, 0]);
  await hours(1);
  expect([begun, ended]).toEqual([2, 1]);
});
