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
} as const;

test("progress on original images counts images", () => {
  expect(progressOf(row, claimed)).toEqual({ phase: "original", done: 0.25, dueAt: null });
});

test("progress on hidden images counts elapsed time alone", () => {
  const hidden = { ...row, hiddenClaimedAt: claimed, hiddenDueAt: due };
  expect(progressOf(hidden, new Date(claimed.getTime() + 2_500))).toMatchObject({
    phase: "hidden",
    done: 0.25,
  });
  expect(progressOf(hidden, new Date(due.getTime() + 60_000))).toMatchObject({ done: 1 });
});

test("there is no progress where nothing runs", () => {
  expect(progressOf({ ...row, state: "queued" }, claimed)).toBeNull();
});
