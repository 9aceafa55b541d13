import { expect, test } from "vitest";
import { nearestName } from "@/server/test-set-store/sources/nearest-name";

const classes = ["airplane", "automobile", "bird", "cat", "ship"];

test.each([
  ["aeroplane", "airplane"],
  ["Cat", "cat"],
  ["automobil", "automobile"],
])("%s was meant to be %s", (given, meant) => {
  expect(nearestName(given, classes)).toBe(meant);
});

test("nothing is suggested for a name that resembles none", () => {
  expect(nearestName("zebra", classes)).toBeNull();
});
