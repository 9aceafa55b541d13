import { expect, test } from "vitest";
import { hiddenDueAt } from "@/server/submissions/hidden-due-at";

const claimedAt = new Date("2026-05-01T12:00:00Z");

test("a hidden result appears after three times the pace on original images, and two seconds for the start", () => {
  const due = hiddenDueAt({ claimedAt, originalMs: 50_000, originalImages: 10_000, hiddenImages: 2_000 });
  expect(due.getTime() - claimedAt.getTime()).toBe(3 * 5 * 2_000 + 2_000);
});
