import { assert, double, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { parkingTime, resultTime } from "@/server/evaluation/result-time";
import { timeNeeded, windowEnd } from "@/server/evaluation/result-windows";

const claimedAt = new Date("2026-05-01T12:00:00Z");
const windowMs = 60_000;
const allowance = { totalMs: 30_000, threads: 1, windowMs };
const after = (windows: number) => new Date(claimedAt.getTime() + windows * windowMs);
const free = { onMs: 10_000, waitingMs: 0 };
const when = (started: number, ended: number, machine = free) =>
  resultTime({ claimedAt, allowance, startedAt: after(started), endedAt: after(ended), machine });

test("on a free machine a result appears at the end of the first window, however early it is there", () => {
  for (const ended of [0.01, 0.5, 0.99]) {
    expect(when(0, ended)).toEqual({ at: after(1), parked: false, windowsBeyond: 0 });
  }
});

test.each([
  ["half", 1, 1],
  ["a third", 2, 2],
  ["a quarter", 3, 2],
  ["a sixth", 5, 5],
  ["a tenth", 9, 5],
])(
  "with %s of a processor a result moves by the windows that a whole allowance needs",
  (_, waiting, windows) => {
    const machine = { onMs: 10_000, waitingMs: waiting * 10_000 };
    expect(when(0, 0.2, machine)).toEqual({ at: after(windows), parked: false, windowsBeyond: 0 });
  },
);

test("with less than a tenth a maintainer is asked, after five windows", () => {
  expect(when(0, 0.2, { onMs: 10_000, waitingMs: 91_000 })).toMatchObject({ at: after(5), parked: true });
});

test("a quick model and a slow one, treated alike, appear at the same time", () => {
  assert(
    property(
      integer({ min: 1, max: 30_000 }),
      integer({ min: 1, max: 30_000 }),
      double({ min: 0, max: 20, noNaN: true }),
      (quick, slow, waits) => {
        const [one, other] = [quick, slow].map((onMs) =>
          when(0, 0.1, { onMs, waitingMs: Math.round(waits) * onMs }),
        );
        expect(one).toEqual(other);
      },
    ),
  );
});

test("a small model has a window with much to spare, so that a busy machine seldom moves it", () => {
  const small = { totalMs: 2_000, threads: 1, windowMs: 10_000 };
  const machine = { onMs: 50, waitingMs: 200 };
  expect(
    resultTime({ claimedAt, allowance: small, startedAt: claimedAt, endedAt: claimedAt, machine }),
  ).toMatchObject({
    at: new Date(claimedAt.getTime() + 10_000),
  });
});

test("what took longer than the machine explains appears later, and is counted", () => {
  expect(when(0, 1.2)).toEqual({ at: after(2), parked: false, windowsBeyond: 1 });
});

test("one that a second worker began has what it needs from there", () => {
  expect(when(0.4, 0.5)).toMatchObject({ at: after(1) });
  expect(when(0.6, 0.7)).toMatchObject({ at: after(2) });
  expect(when(7.2, 7.4)).toMatchObject({ at: after(10), parked: false });
});

test("a result never appears before it is there, nor before the windows that its machine needs", () => {
  assert(
    property(
      double({ min: 0, max: 20, noNaN: true }),
      double({ min: 0, max: 5, noNaN: true }),
      integer({ min: 0, max: 50_000 }),
      (started, took, waitingMs) => {
        const machine = { onMs: 5_000, waitingMs };
        const { at } = when(started, started + took, machine);
        const windows = (at.getTime() - claimedAt.getTime()) / windowMs;
        expect(windows).toBeGreaterThanOrEqual(started + took - 1e-3);
        expect(windows).toBeGreaterThanOrEqual(
          started + Math.min(5, timeNeeded(allowance, machine) / windowMs) - 1e-3,
        );
        expect(windowEnd(windows)).toBe(windows);
        expect(at.getTime()).toBeLessThanOrEqual(
          parkingTime({ claimedAt, allowance, startedAt: after(started) }).getTime(),
        );
      },
    ),
  );
});
