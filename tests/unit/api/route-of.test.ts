import { expect, test } from "vitest";
import { routeOf } from "@/server/api/metrics";

test("requests are counted by route, so that ids do not become names of series", () => {
  expect(routeOf("/api/v1/entries/6f1c", { id: "6f1c" })).toBe("/api/v1/entries/{id}");
  expect(routeOf("/api/v1/benchmarks/a%20b/fit", { slug: "a b" })).toBe("/api/v1/benchmarks/{slug}/fit");
  expect(routeOf("/api/v1/benchmarks", {})).toBe("/api/v1/benchmarks");
});
