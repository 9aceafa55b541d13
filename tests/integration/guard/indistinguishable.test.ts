import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentedPaths, placesOfSite } from "./addresses";
import { type Base, makeBase } from "./base";
import { differences } from "./differences";
import type { HiddenRun } from "./hidden-run";
import type { Seen } from "./observe-answers";
import { playWorld } from "./play-world";

let base: Base;
beforeAll(async () => {
  base = await makeBase();
});
afterAll(() => base.drop());

/** How a submission looked to everybody at the end: the pairs below mean something only if it is what they say. */
function decisionIn(seen: Seen, name: keyof Base["ids"]) {
  const view = JSON.parse(seen.get(`at the end | anybody: /api/v1/submissions/${base.ids[name]} body`)!);
  const score = view.scores.find((one: { testSet: string }) => one.testSet === "New");
  return { decision: view.decision as string, accuracy: score.accuracy as number | null };
}

type Row = [difference: string, run: HiddenRun];

describe("of two held submissions nobody can tell which", () => {
  const usual: HiddenRun = { wrong: 300, took: 0.05 };
  let first: Seen;
  beforeAll(async () => {
    first = await playWorld(base, { "ada-2": usual });
    expect(decisionIn(first, "ada-2")).toEqual({ decision: "held", accuracy: null });
  });

  const rows: Row[] = [
    ["has another count, errs on other images and names other classes", { wrong: 309, from: 20, instead: 2 }],
    ["was one image short of a climb", { wrong: 280, took: 0.05 }],
    ["ran until its time was up", { wrong: 300, took: 1 }],
    ["crashed on hidden images", { wrong: 300, fault: { kind: "crash", images: 15 }, took: 0.8 }],
    ["gave NaN for every image that it has wrong", { wrong: 300, fault: { kind: "nan", images: 300 } }],
    ["lost its worker and was run again within its time", { wrong: 300, took: 0.9, lostAt: 0.15 }],
    ["gave infinities on hidden images", { wrong: 300, fault: { kind: "infinity", images: 50 } }],
    [
      "differs on the audit part, the second test set and in the five best",
      { wrong: 300, audit: 190, other: 7, otherTop5: 1, wrongTop5: 299 },
    ],
  ];
  test.each(rows)("%s", async (_, run) => {
    expect(differences(first, await playWorld(base, { "ada-2": run }))).toEqual([]);
  });
});

test("of two held submissions whose workers were lost too late nobody can tell when, or what they had answered by then", async () => {
  const play = (run: HiddenRun) => playWorld(base, { "ada-2": run }, { stop: "when ada-2 is released" });
  const first = await play({ wrong: 300, took: 0.05, lostAt: 0.97 });
  const released = first.get(
    `when it was released | anybody: /api/v1/submissions/${base.ids["ada-2"]} body`,
  )!;
  expect(JSON.parse(released)).toMatchObject({ decision: "held" });
  const other = { wrong: 309, from: 20, took: 0.9, lostAt: 0.75 };
  expect(differences(first, await play(other))).toEqual([]);
});

describe("of two climbs to the same rounding nobody can tell which", () => {
  const usual: HiddenRun = { wrong: 188, wrongTop5: 40, took: 0.05 };
  let first: Seen;
  beforeAll(async () => {
    first = await playWorld(base, { "ada-2": usual });
    expect(decisionIn(first, "ada-2")).toEqual({ decision: "climbed", accuracy: 0.82 });
    expect(decisionIn(first, "ada-3").decision).toBe("climbed");
  });

  const rows: Row[] = [
    ["has another count and errs on other images", { wrong: 171, from: 250, instead: 4 }],
    ["was slow and crashed", { wrong: 188, fault: { kind: "crash", images: 20 }, took: 1 }],
    [
      "differs within the rounding of the five best and of the second test set, and on the audit part",
      { wrong: 180, wrongTop5: 31, other: 96, otherTop5: 24, audit: 3 },
    ],
  ];
  test.each(rows)("%s", async (_, run) => {
    expect(differences(first, await playWorld(base, { "ada-2": run }))).toEqual([]);
  });
});

test("of two first releases with the same rounding nobody can tell which, then or later", async () => {
  const first = await playWorld(base, { "ada-1": { wrong: 300, took: 0.05 } });
  expect(decisionIn(first, "ada-1")).toEqual({ decision: "climbed", accuracy: 0.7 });
  const other = { wrong: 291, from: 5, instead: 4, wrongTop5: 31, other: 104, audit: 0, took: 1 };
  expect(differences(first, await playWorld(base, { "ada-1": other }))).toEqual([]);
});

test("what the API documents is what the site has", () => {
  const routes = placesOfSite()
    .filter(({ pattern }) => pattern.startsWith("/api/v1/"))
    .map(({ pattern }) => pattern.replace("/api/v1", ""));
  const elsewhere = ["/openapi.json", "/uploads/{path}"];
  const described = ["/uploads", ...routes.filter((route) => !elsewhere.includes(route))];
  expect(documentedPaths.toSorted()).toEqual(described.toSorted());
});
