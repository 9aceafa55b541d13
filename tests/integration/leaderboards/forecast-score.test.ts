import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { teams } from "@/db/schema";
import type { Viewer } from "@/server/context";
import { forecastScore } from "@/server/leaderboards/forecast/forecast-score";
import { forecastQuerySchema, forecastSchema } from "@/server/leaderboards/schemas/forecast-schema";
import { type Forecast, forecast } from "@/server/statistics/forecast/forecast";
import { fiveReferences } from "../../fixtures/five-references";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";

const test = sharedSiteTest
  .extend("slug", { scope: "file" }, async ({ site }) => {
    await seedLeaderboard(site.owner.db, {
      slug: "forecast",
      references: fiveReferences,
      entries: [
        { name: "low in its cell", team: "low", original: 7500, new: 6451 },
        { name: "high in its cell", team: "high", original: 7500, new: 6549 },
        { name: "held", team: "none", original: 7500, new: null },
      ],
    });
    return "forecast";
  })
  .extend("ask", async ({ site, slug }) => async (as: string | null, more: Record<string, unknown>) => {
    const [team] = await site.owner.db
      .select()
      .from(teams)
      .where(eq(teams.slug, as ?? ""));
    const viewer = team ? ({ teamId: team.id } as Viewer) : null;
    const input = forecastQuerySchema.parse({ slug, ...more });
    return forecastSchema.parse(await forecastScore({ ctx: { ...site.web, viewer }, input }));
  });

test("anybody sees what a model like the reference models will score, and whether the line is only extended there", async ({
  ask,
}) => {
  const told = await ask(null, { originalAccuracy: 0.75 });
  expect(told).toMatchObject({ testSet: "New", scale: "logit", models: 5, beyond: false, reason: null });
  expect(told.step).toBe(0.01);
  const ofImages = (correct: number) => ({ accuracy: correct / 10_000, total: 10_000 });
  const { expected, interval } = forecast({
    references: fiveReferences.map((model) => ({
      original: ofImages(model.original),
      new: ofImages(model.new),
    })),
    original: ofImages(7500),
    images: 10_000,
    scale: "logit",
  }) as Forecast;
  expect([told.expected, told.interval]).toEqual([expected, interval]);
  expect(told.climb).toBeNull();
  expect(await ask(null, { originalAccuracy: 0.95 })).toMatchObject({ beyond: true, reason: null });
  expect(await ask(null, { originalAccuracy: 1 })).toMatchObject({ expected: null, reason: "zero_or_one" });
  expect(await ask(null, { originalAccuracy: 0.75, metric: "top5" })).toMatchObject({
    expected: null,
    models: 0,
    beyond: false,
    reason: "too_few_models",
  });
});

test("a team's chance to climb rests on its rung: two counts that round to it give the same answer", async ({
  ask,
}) => {
  for (const originalAccuracy of [0.7, 0.75, 0.76, 0.8]) {
    const low = await ask("low", { originalAccuracy });
    expect(low.climb).toMatchObject({ rung: 0.65, climbsLeft: 11, differ: 0.16, atLeast: 1 });
    expect(await ask("high", { originalAccuracy })).toEqual(low);
  }
});

test("the chance rises with the original accuracy, and falls with the gain asked for", async ({ ask }) => {
  const chanceOf = async (more: Record<string, unknown>) => (await ask("low", more)).climb!.chance!;
  expect(await chanceOf({ originalAccuracy: 0.7 })).toBeLessThan(0.01);
  expect(await chanceOf({ originalAccuracy: 0.9 })).toBeGreaterThan(0.95);
  const one = await chanceOf({ originalAccuracy: 0.765 });
  expect(one).toBeGreaterThan(0.1);
  expect(one).toBeLessThan(0.9);
  expect(await chanceOf({ originalAccuracy: 0.765, atLeast: 2 })).toBeLessThan(one);
});

test("a team without a rung has no chance to be told, and none has where another number decides", async ({
  ask,
}) => {
  const told = await ask("none", { originalAccuracy: 0.75 });
  expect(told.climb).toMatchObject({ rung: null, climbsLeft: 12, chance: null });
  expect((await ask("low", { originalAccuracy: 0.75, metric: "top5" })).climb).toBeNull();
});
