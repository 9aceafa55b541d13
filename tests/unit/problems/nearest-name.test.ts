import { expect, test } from "vitest";
import { editDistance } from "@/server/problems/edit-distance";
import { nearestName } from "@/server/problems/nearest-name";

// The usual examples of the distance (Wagner and Fischer 1974, Wikipedia).
test.each([
  ["kitten", "sitting", 3],
  ["saturday", "sunday", 3],
  ["", "abc", 3],
  ["same", "same", 0],
])("from %j to %j it takes %i changes", (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
  expect(editDistance(to, from)).toBe(distance);
});

test("a near name is found whatever its capitals and hyphens; a far one is none", () => {
  const known = ["--benchmark", "--at-least", "--paper"];
  expect(nearestName("--papr", known)).toBe("--paper");
  expect(nearestName("--atLeast", known)).toBe("--at-least");
  expect(nearestName("--verbose", known)).toBeNull();
});

const classes = ["airplane", "automobile", "bird", "cat", "ship"];

test.each([
  ["aeroplane", "airplane"],
  ["Cat", "cat"],
  ["automobil", "automobile"],
])("of folders and classes: %s was meant to be %s", (given, meant) => {
  expect(nearestName(given, classes)).toBe(meant);
});

test("nothing is suggested for a name that resembles none", () => {
  expect(nearestName("zebra", classes)).toBeNull();
});
