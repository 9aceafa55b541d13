import { expect, test } from "vitest";
import { climbLimit } from "@/server/release/climb-limit";
import { isClosed } from "@/server/release/ladder-state";
import type { Policy } from "@/server/release/policy";

const gated = { kind: "gated-ladder", eta: "0.01", c: 3 } as const;

test("a ladder closes with the last climb of its limit, and not before", () => {
  expect(climbLimit({ ...gated, climbs: 6 })).toBe(6);
  expect([5, 6, 7].map((climbs) => isClosed({ ...gated, climbs: 6 }, climbs))).toEqual([false, true, true]);
});

test.each<Policy>([gated, { kind: "fixed-step-ladder", eta: "0.01" }, { kind: "exact" }])(
  "a ladder of $kind without a limit never closes",
  (policy) => {
    expect(climbLimit(policy)).toBe(Number.POSITIVE_INFINITY);
    expect(isClosed(policy, 1e9)).toBe(false);
  },
);
