import { expect, test } from "vitest";
import { pagePolicy } from "@/server/api/security-headers";

const directive = (policy: string, name: string) =>
  policy.split("; ").find((part) => part.startsWith(`${name} `)) ?? "";

test("no inline script runs without this answer's nonce, and nothing is evaluated", () => {
  const scripts = directive(pagePolicy({ nonce: "abc", development: false }), "script-src");
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
});

test("nobody frames a page, moves its base or takes its forms elsewhere", () => {
  const policy = pagePolicy({ nonce: "abc", development: false });
  expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive(policy, "base-uri")).toBe("base-uri 'none'");
  expect(directive(policy, "form-action")).toBe("form-action 'self'");
  expect(directive(policy, "object-src")).toBe("object-src 'none'");
});
