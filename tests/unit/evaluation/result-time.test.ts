import { assert, double, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { parkingTime, resultTime } from "@/server/evaluation/result-time";
import { windowsNeeded } from "@/server/evaluation/result-windows";

const claimedAt = new Date("2026-05-01T12:00:00Z");
const windowMs = 75_000;
const allowance = { totalMs: 30_000, threads: 1, windowMs };
const after = (windows: number) => new Date(claimedAt.getTime() + windows * windowMs);
const free = { onMs: 10_000, waitingMs: 0 };
const shared = (share: number) => ({ onMs: 10_000, waitingMs: 10_000 / share - 10_000 });
const when = (started: number, ended: number, machine = free) =>
  resultTime({ claimedAt, allowance, startedAt: after(started), endedAt: after(ended), machine });

test.each([
  { share: 1, windows: 1 },
  { share: 0.5, windows: 1 },
  { share: 0.41, windows: 1 },
  { share: 0.39, windows: 2 },
  { share: 0.21, windows: 2 },
  { share: 0.19, windows: 4 },
  { share: 0.11, windows: 4 },
  { share: 0.09, windows: 8 },
  { share: 0.051, windows: 8 },
])(
  "with $share of a processor a result appears after $windows windows, however early it is there",
  (given) => {
    for (const ended of [0.01, 0.5, 0.99]) {
      expect(when(0, ended, shared(given.share))).toEqual({
        at: after(given.windows),
        parked: false,
        windows: given.windows,
        windowsBeyond: 0,
      });
    }
  },
);

test("with less than a twentieth a maintainer is asked, after eight windows", () => {
  expect(when(0, 0.2, shared(0.049))).toMatchObject({ at: after(8), parked: true });
});

test("a machine that was not measured counts as free", () => {
  expect(when(0, 0.2, { onMs: 0, waitingMs: 0 })).toMatchObject({ at: after(1), windows: 1 });
});

test.each([
  { share: 1, ended: 1.2, windows: 2, beyond: 1 },
  { share: 1, ended: 2.2, windows: 4, beyond: 3 },
  { share: 0.3, ended: 1.9, windows: 2, beyond: 0 },
  { share: 0.3, ended: 2.1, windows: 4, beyond: 2 },
])(
  "with $share of a processor, there after $ended windows: it leaves after $windows, $beyond of them beyond",
  (given) => {
    expect(when(0, given.ended, shared(given.share))).toEqual({
      at: after(given.windows),
      parked: false,
      windows: given.windows,
      windowsBeyond: given.beyond,
    });
  },
);

test("a small model has a window with much to spare, so that a busy machine seldom moves it", () => {
  const small = { totalMs: 2_000, threads: 1, windowMs: 10_000 };
  const run = { claimedAt, allowance: small, startedAt: claimedAt, endedAt: claimedAt };
  expect(resultTime({ ...run, machine: shared(0.21) })).toMatchObject({ windows: 1 });
});

describe("one that a second worker began", () => {
  test.each([
    { started: 0.4, at: 1 },
    { started: 0.7, at: 2 },
    { started: 7.2, at: 8 },
    { started: 400.7, at: 402 },
  ])("after $started windows has what it needs from there, at $at", ({ started, at }) => {
    const result = when(started, started + 0.1);
    expect(result).toMatchObject({ parked: false, windows: at, windowsBeyond: 0 });
    expect(result.at.getTime()).toBeCloseTo(after(at).getTime(), 3);
  });
});

test("a quick model and a slow one, treated alike, appear at the same time", () => {
  assert(
    property(
      integer({ min: 1, max: 30_000 }),
      integer({ min: 1, max: 30_000 }),
      integer({ min: 0, max: 30 }),
      (quick, slow, waits) => {
        const [one, other] = [quick, slow].map((onMs) => when(0, 0.1, { onMs, waitingMs: waits * onMs }));
        expect(one).toEqual(other);
      },
    ),
  );
});

test("a result never appears before it is there, nor before the windows that its machine needs", () => {
  assert(
    property(
      double({ min: 0, max: 20, noNaN: true }),
      double({ min: 0, max: 1, noNaN: true }),
      integer({ min: 0, max: 50_000 }),
      (started, part, waitingMs) => {
        const machine = { onMs: 5_000, waitingMs };
        const parking = parkingTime({ claimedAt, allowance, startedAt: after(started) });
        const longest = (parking.getTime() - after(started).getTime()) / windowMs;
        const { at, windows, windowsBeyond } = when(started, started + part * longest, machine);
        const appears = (at.getTime() - claimedAt.getTime()) / windowMs;
        expect(appears).toBeGreaterThanOrEqual(started + part * longest - 1e-3);
        const needed = windowsNeeded(allowance, machine);
        expect(appears).toBeGreaterThanOrEqual(Math.floor(started) + Math.min(8, needed) - 1e-3);
        expect(at.getTime()).toBeLessThanOrEqual(parking.getTime());
        expect(appears).toBeCloseTo(windows, 6);
        expect(windowsBeyond).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
