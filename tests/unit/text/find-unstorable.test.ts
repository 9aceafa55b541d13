import { expect, test } from "vitest";
import { findUnstorable } from "@/server/text/find-unstorable";

test.each([
  ["a\0", ""],
  ["\ud800", ""],
  [{ slug: "a\0" }, "slug"],
  [{ links: { paper: "\udfff" } }, "links.paper"],
  [{ teams: ["ada", "b\0b"] }, "teams.1"],
  [{ "na\0me": 1 }, ""],
])("%j is refused, and where is said", (value, path) => {
  expect(findUnstorable(value)).toBe(path);
});

test.each([undefined, null, 1, "", "👋", { a: [1, null, { b: "plain" }] }])("%j can be stored", (value) => {
  expect(findUnstorable(value)).toBeNull();
});

test("what is nested deeper than any stack is looked through", () => {
  const depth = 200_000;
  expect(findUnstorable(JSON.parse(`${"[".repeat(depth)}"\\u0000"${"]".repeat(depth)}`))).not.toBeNull();
});
