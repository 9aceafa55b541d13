import { expect } from "vitest";
import { getEntry } from "@/server/leaderboards/get-entry";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { entrySchema } from "@/server/leaderboards/schemas/entry-schema";
import { fiveReferences } from "../../fixtures/five-references";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest as test } from "../../fixtures/shared-site-test";
import { query } from "./query";

test("an entry has its scores, gaps and its team's history", async ({ site }) => {
  const { submissionIds } = await seedLeaderboard(site.owner.db, {
    slug: "entry",
    references: fiveReferences,
    entries: [
      { name: "first", team: "entry-a", original: 7500, new: 6540 },
      { name: "second", team: "entry-a", original: 7600, new: null },
      { name: "other", team: "entry-b", original: 7600, new: 6500 },
    ],
  });
  const first = await getEntry({ ctx: site.web, input: { id: submissionIds[0]! } });
  expect(entrySchema.parse(first)).toEqual(first);
  expect(first.scores.map((score) => [score.testSet, score.kind, score.accuracy])).toEqual([
    ["Original", "exact", 0.75],
    ["New", "released", 0.65],
    // top-5, which a first release does not let out
    ["New", "withheld", null],
  ]);
  expect(first.gaps!.total).toBeCloseTo(-0.1, 12);
  expect(first.history.map(({ name, decision, accuracy }) => [name, decision, accuracy])).toEqual([
    ["first", "climbed", 0.65],
    ["second", "held", null],
  ]);
  const held = await getEntry({ ctx: site.web, input: { id: submissionIds[1]! } });
  expect(held).toMatchObject({ held: true, rung: 0.65, new: null, gaps: null });
  const [reference] = (await getLeaderboard({ ctx: site.web, input: query("entry", { kind: "reference" }) }))
    .rows;
  expect(await getEntry({ ctx: site.web, input: { id: reference!.id } })).toMatchObject({
    kind: "reference",
    name: reference!.name,
    submission: null,
  });
});

test("an entry that is still evaluated is not found, in the words used for one that never was", async ({
  site,
}) => {
  const { submissionIds } = await seedLeaderboard(site.owner.db, {
    slug: "early",
    entries: [{ name: "early", team: "early-a", original: 9000, new: null, state: "evaluating" }],
  });
  const ask = (id: string) => getEntry({ ctx: site.web, input: { id } }).catch((error: unknown) => error);
  const early = await ask(submissionIds[0]!);
  expect(early).toMatchObject({ code: "not_found" });
  expect(early).toEqual(await ask("00000000-0000-4000-8000-000000000000"));
});
