import { expect, test } from "vitest";
import { filterRows, sortRows } from "@/server/leaderboards/arrange-rows";
import { leaderboardQuerySchema } from "@/server/leaderboards/schemas/leaderboard-query";
import { type LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";

function row(name: string, changes: Partial<LeaderboardRow> = {}): LeaderboardRow {
  return {
    id: name,
    kind: "entry",
    name,
    team: null,
    teamName: null,
    source: null,
    url: null,
    year: null,
    parameters: null,
    training: null,
    family: null,
    verified: false,
    disqualified: false,
    held: false,
    original: null,
    new: null,
    rung: null,
    gap: null,
    originalRank: null,
    newRank: null,
    rankRange: null,
    deltaRank: null,
    residual: null,
    residualInterval: null,
    p: null,
    mark: null,
    beyond: false,
    notInFit: null,
    ...changes,
  };
}

const rows = [
  row("b", { newRank: 2, year: 2019, parameters: 1e6, team: "ada", teamName: "Ada Lab" }),
  row("out", { disqualified: true }),
  row("held", { held: true, year: 2021 }),
  row("a", { newRank: 1, kind: "reference", verified: true, parameters: 5e7, year: 2020 }),
];
const names = (found: readonly LeaderboardRow[]) => found.map(({ name }) => name);
const filtered = (query: Record<string, unknown>) =>
  names(filterRows(rows, leaderboardQuerySchema.parse({ slug: "s", ...query })));

test("rows without a value come last whichever way it is sorted, disqualified ones after them", () => {
  expect(names(sortRows(rows, { sort: "newRank", descending: false }))).toEqual(["a", "b", "held", "out"]);
  expect(names(sortRows(rows, { sort: "newRank", descending: true }))).toEqual(["b", "a", "held", "out"]);
});

test("equal rows always come in the same order", () => {
  const ties = [row("z", { newRank: 1 }), row("y", { newRank: 1 }), row("x", { newRank: 1 })];
  expect(names(sortRows(ties, { sort: "newRank", descending: false }))).toEqual(["x", "y", "z"]);
  expect(names(sortRows(ties.reverse(), { sort: "newRank", descending: false }))).toEqual(["x", "y", "z"]);
});

test("accuracies and parameters sort too, those without a value last", () => {
  const score = (accuracy: number) => ({ accuracy }) as LeaderboardRow["new"];
  const some = [
    row("low", { new: score(0.5), original: score(0.9), parameters: 3 }),
    row("none"),
    row("high", { new: score(0.8), original: score(0.7), parameters: 9 }),
  ];
  for (const sort of ["newAccuracy", "parameters"] as const)
    expect(names(sortRows(some, { sort, descending: true }))).toEqual(["high", "low", "none"]);
  expect(names(sortRows(some, { sort: "originalAccuracy", descending: true }))).toEqual([
    "low",
    "high",
    "none",
  ]);
});

test("sorting leaves the rows that it was given as they were", () => {
  const before = names(rows);
  sortRows(rows, { sort: "name", descending: true });
  expect(names(rows)).toEqual(before);
});

test.each([
  [{ search: "LAB ada" }, ["b"]],
  [{ search: "lab zzz" }, []],
  [{ team: "ada" }, ["b"]],
  [{ yearFrom: "2020" }, ["held", "a"]],
  [{ yearFrom: "2020", yearTo: "2020" }, ["a"]],
  [{ minParameters: "1000001" }, ["a"]],
  [{ maxParameters: "1000000" }, ["b"]],
  [{ verified: "true" }, ["a"]],
  [{ kind: "reference" }, ["a"]],
])("%j keeps %j", (query, kept) => {
  expect(filtered(query)).toEqual(kept);
});

test("what a form sends for fields that nobody filled in filters nothing", () => {
  const empty = {
    search: "",
    team: "",
    yearFrom: "",
    yearTo: "",
    verified: "",
    kind: "",
    sort: "",
    page: "",
  };
  expect(filtered(empty)).toHaveLength(rows.length);
  expect(filtered({ verified: "false" })).toHaveLength(rows.length);
});
