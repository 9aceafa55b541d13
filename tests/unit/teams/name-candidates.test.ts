import { expect, test } from "vitest";
import { nameCandidates, teamSlug } from "@/server/teams/name-candidates";

test("a name that is taken gets the next number", () => {
  const [first, second, third] = nameCandidates("ada");
  expect([first, second, third]).toEqual(["ada", "ada-2", "ada-3"]);
});

test("the numbers end, so that a full table is an error and not a loop without end", () => {
  expect([...nameCandidates("ada")]).toHaveLength(1000);
});

test.each([
  ["Ada Lovelace", "ada-lovelace"],
  ["  É. Galois ", "e-galois"],
  ["../../etc", "etc"],
  ["中文", "team"],
])("%s becomes %s in an address", (name, slug) => {
  expect(teamSlug(name)).toBe(slug);
});
