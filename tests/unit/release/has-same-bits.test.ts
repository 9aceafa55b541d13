import { expect, test } from "vitest";
import { hasSameBits } from "@/server/release/has-same-bits";
import { repeatOutcomeSchema } from "@/server/release/repeat-outcome";

const version = "00000000-0000-4000-8000-000000000000";
const outcome = (...judgedOtherwise: number[]) =>
  repeatOutcomeSchema.parse({
    forfeited: null,
    parts: judgedOtherwise.map((judged) => ({
      version,
      part: "all",
      total: 10,
      otherwise: 3,
      judgedOtherwise: judged,
      top1Then: 7,
      top1Now: 7,
      unanswered: 0,
      sameDevice: true,
    })),
  });

test("a repeat has the same bits where it judged every image of every part as then, whatever it answered", () => {
  expect(hasSameBits(outcome(0, 0))).toBe(true);
  expect(hasSameBits(outcome(0, 2))).toBe(false);
});

test("a repeat that did not end has none", () => {
  expect(hasSameBits(outcome())).toBe(false);
});
