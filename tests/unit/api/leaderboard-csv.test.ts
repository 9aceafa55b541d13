import { expect, test } from "vitest";
import { leaderboardCsv } from "@/server/api/leaderboard-csv";
import type { LeaderboardRow } from "@/server/leaderboards/leaderboard-schema";

function row(changes: Partial<LeaderboardRow>): LeaderboardRow {
  const nothing: LeaderboardRow = {
    id: "00000000-0000-4000-8000-000000000000",
    kind: "entry",
    name: "model",
    team: "ada",
    teamName: "Ada",
    url: null,
    source: null,
    year: null,
    parameters: null,
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
    notInFit: null,
  };
  return Object.assign(nothing, changes);
}

const cells = (changes: Partial<LeaderboardRow>) => {
  const [head, line] = leaderboardCsv({ rows: [row(changes)] }).split("\r\n");
  const names = head!.split(",");
  return (name: string) => line!.split(",")[names.indexOf(name)];
};

test("fractions and counts stand as in the JSON, null is an empty cell", () => {
  const cell = cells({ gap: -0.125, originalRank: 3, rankRange: [2, 5] });
  expect([cell("gap"), cell("original_rank"), cell("rank_from"), cell("rank_to"), cell("rung")]).toEqual([
    "-0.125",
    "3",
    "2",
    "5",
    "",
  ]);
});

test("a held entry shows its team's rung and no new accuracy", () => {
  const cell = cells({ held: true, rung: 0.61 });
  expect([cell("held"), cell("rung"), cell("new_accuracy"), cell("new_correct")]).toEqual([
    "true",
    "0.61",
    "",
    "",
  ]);
});

test("commas, quotes and line ends in a name stay inside its cell", () => {
  const csv = leaderboardCsv({ rows: [row({ name: 'a, "b"\nc' })] });
  expect(csv).toContain(',"a, ""b""\nc",');
});

test("a name that a spreadsheet would run as a formula is made text", () => {
  expect(cells({ name: "=HYPERLINK(1)" })("name")).toBe("'=HYPERLINK(1)");
});

test("an empty table still names its columns", () => {
  expect(leaderboardCsv({ rows: [] })).toMatch(/^id,kind,name,[^\r\n]*\r\n$/);
});
