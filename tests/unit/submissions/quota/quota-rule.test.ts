import { describe, expect, test } from "vitest";
import { quotaRule } from "@/server/submissions/quota/quota-rule";

const now = new Date("2026-05-02T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("the quota", () => {
  test("allows the first submission", () => {
    expect(quotaRule({ spentAt: [], perDay: 2, lifetime: 30, now })).toMatchObject({
      allowed: true,
      nextAllowedAt: null,
    });
  });

  test("counts any 24 hours, not a calendar day, and frees the oldest first", () => {
    const spentAt = [hoursAgo(1), hoursAgo(23), hoursAgo(25)];
    const rule = quotaRule({ spentAt, perDay: 2, lifetime: null, now });
    expect(rule).toMatchObject({ allowed: false, usedToday: 2, used: 3 });
    expect(rule.nextAllowedAt).toEqual(new Date(now.getTime() + 3_600_000));
  });

  test("allows again exactly 24 hours later", () => {
    const spentAt = [hoursAgo(24)];
    expect(quotaRule({ spentAt, perDay: 1, lifetime: null, now }).allowed).toBe(true);
  });

  test("past its lifetime names no next time", () => {
    const spentAt = [hoursAgo(500), hoursAgo(400)];
    const rule = quotaRule({ spentAt, perDay: 2, lifetime: 2, now });
    expect(rule).toMatchObject({ allowed: false, lifetimeSpent: true, nextAllowedAt: null });
  });
});
