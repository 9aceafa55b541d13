import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormerDefault } from "@/app/guard/former-default";
import { defaultPolicy } from "@/server/release/default-policy";
import { measuredPolicies } from "@/server/release/measured-ceilings";
import type { Policy } from "@/server/release/policy";

const textOf = (rules: Policy, images: number) =>
  renderToStaticMarkup(createElement(FormerDefault, { meter: { rules, images } }))
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u2019", "'");

const former = (images: number) =>
  measuredPolicies.find((measured) => measured.images === images && measured.policy.noise === "1")!.policy;

test("a pool that keeps the former default of large sets says what changing would do, with the measured numbers", () => {
  const text = textOf(former(10_000), 8000);
  expect(text).toContain("keeps the policy that was the default when it began");
  expect(text).toMatch(/one team with everything spent would gain 0\.\d\d points instead of 1\.\d\d/);
  expect(text).toMatch(/by ten 2\.\d\d instead of 3\.\d\d/);
  expect(text).toMatch(/gain of 2 points would climb \d\d times in 100 instead of \d\d/);
  expect(text).toContain("12 climbs instead of 6");
  expect(text).not.toContain("NaN");
});

test("on a small set likewise: 6 climbs instead of 3, for a gain of 4 points", () => {
  const text = textOf(former(2000), 1600);
  expect(text).toMatch(/gain of 4 points would climb \d+ times in 100 instead of \d+/);
  expect(text).toContain("6 climbs instead of 3");
  expect(text).not.toContain("NaN");
});

test.each([
  ["the default of today", defaultPolicy(10_000).policy],
  ["a policy of a maintainer's own", { ...former(10_000), c: 4 } satisfies Policy],
  ["no gated ladder", { kind: "parameter-free-ladder" } satisfies Policy],
])("a pool with %s says nothing", (_, policy) => {
  expect(textOf(policy, 8000)).toBe("");
});
