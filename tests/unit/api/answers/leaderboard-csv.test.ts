import { expect, test } from "vitest";
import { leaderboardCsv } from "@/server/api/answers/leaderboard-csv";
import { type LeaderboardRow, leaderboardSchema } from "@/server/leaderboards/schemas/leaderboard-schema";

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

test("no field of a row is left out", () => {
  const interval = { lower: 0.11, upper: 0.12 };
  const score = { metric: "top5", kind: "printed", correct: null, total: 13, accuracy: 0.14 } as const;
  const whole: LeaderboardRow = {
    ...row({}),
    teamName: "Ada & Co",
    source: "a source",
    url: "https://example.org",
    year: 2024,
    parameters: 15,
    original: { ...score, testSet: "Original", interval },
    new: { ...score, testSet: "New", total: 16, accuracy: 0.17, interval: { lower: 0.18, upper: 0.19 } },
    rung: 0.21,
    gap: 0.22,
    originalRank: 23,
    newRank: 24,
    rankRange: [25, 26],
    deltaRank: 27,
    residual: 0.28,
    residualInterval: { lower: 0.29, upper: 0.31 },
    p: 0.32,
    mark: "above",
    notInFit: "a reason",
  };
  const shown = leaderboardCsv({ rows: [whole] })
    .split("\r\n")[1]!
    .split(",");
  expect(shown.filter((cell) => cell !== "").sort()).toEqual(valuesIn(whole).map(String).sort());
  expect(Object.keys(whole).sort()).toEqual(Object.keys(leaderboardSchema.shape.rows.element.shape).sort());
});

function valuesIn(value: unknown): unknown[] {
  if (value === null) return [];
  return typeof value === "object" ? Object.values(value).flatMap(valuesIn) : [value];
}

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
