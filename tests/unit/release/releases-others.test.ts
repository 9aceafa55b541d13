import { expect, test } from "vitest";
import { releasesOthers } from "@/server/release/releases-others";

test("the second, fourth and eighth climb release the pool's other scores, and no other climb does", () => {
  const climbs = Array.from({ length: 40 }, (_, i) => i);
  expect(climbs.filter(releasesOthers)).toEqual([2, 4, 8]);
});
