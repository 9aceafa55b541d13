import { expect, test } from "vitest";
import { progressOf } from "@/server/submissions/progress-of";

const claimed = new Date("2026-05-01T12:00:00Z");
const due = new Date("2026-05-01T12:00:10Z");
const row = {
  state: "evaluating",
  originalDone: 250,
  originalTotal: 1000,
  hiddenClaimedAt: null,
  hiddenDueAt: null,
  parkedAt: null,
} as const;

test("progress on original images is in tenths", () => {
  expect(progressOf(row, claimed)).toEqual({ phase: "original", done: 0.2, dueAt: null });
  const most = { ...row, originalDone: 999 };
  expect(progressOf(most, claimed)).toEqual({ phase: "original", done: 0.9, dueAt: null });
});

test("progress on hidden images counts elapsed time alone", () => {
  const hidden = { ...row, hiddenClaimedAt: claimed, hiddenDueAt: due };
  expect(progressOf(hidden, new Date(claimed.getTime() + 2_500))).toMatchObject({
    phase: "hidden",
    done: 0.25,
  });
  expect(progressOf(hidden, due)).toMatchObject({ done: 1, dueAt: due.toISOString() });
});

test("after its window a result is promised for the end of a later one, by the clock alone", () => {
  const hidden = { ...row, hiddenClaimedAt: claimed, hiddenDueAt: due };
  const dueAfter = (seconds: number) => progressOf(hidden, new Date(claimed.getTime() + 1000 * seconds));
  const at = (seconds: number) => new Date(claimed.getTime() + 1000 * seconds).toISOString();
  expect(dueAfter(15)).toEqual({ phase: "hidden", done: 0.75, dueAt: at(20) });
  expect(dueAfter(25)).toEqual({ phase: "hidden", done: 0.625, dueAt: at(40) });
});

test("where the machine failed nothing is promised, nor before it is taken up again", () => {
  const resumed = { ...row, hiddenClaimedAt: claimed };
  expect(progressOf(resumed, due)).toEqual({ phase: "hidden", done: 0, dueAt: null });
  const parked = { ...row, hiddenClaimedAt: claimed, hiddenDueAt: due, parkedAt: due };
  expect(progressOf(parked, due)).toEqual({ phase: "hidden", done: 1, dueAt: null });
});

test("there is no progress where nothing runs", () => {
  expect(progressOf({ ...row, state: "queued" }, claimed)).toBeNull();
});
