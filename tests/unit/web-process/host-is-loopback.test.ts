import { expect, test } from "vitest";
import { hostIsLoopback } from "@/server/web-process/host-is-loopback";

test.each([
  ["127.0.0.1:3000", true],
  ["localhost:3000", true],
  ["[::1]:3000", true],
  ["127.8.9.10", true],
  ["rebound.example.org:3000", false],
  ["127.0.0.1.example.org", false],
  ["localhost.example.org", false],
  ["0.0.0.0:3000", false],
  ["192.168.1.7", false],
  ["a b", false],
  ["evil.example.org@127.0.0.1", false],
  ["127.0.0.1/..", false],
  ["", false],
])("%s: %s", (host, expected) => {
  expect(hostIsLoopback(host)).toBe(expected);
});

test("no host is no loopback", () => {
  expect(hostIsLoopback(null)).toBe(false);
});
