import { expect } from "vitest";
import { GET as getRobustness } from "@/app/api/v1/benchmarks/[slug]/robustness/route";
import { GET as getPicture } from "@/app/benchmarks/[slug]/robustness/figure.svg/route";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import type { Robustness } from "@/server/leaderboards/schemas/robustness-schema";
import { importReferences } from "@/server/references/import-references";
import type { Reference } from "@/server/references/reference-schema";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { visitor } from "../api/visitor";
import { webTest } from "../api/web-test";
import { query } from "./query";

const ask = visitor();

/** Twelve models, three each of four architectures, which lie off the line together. */
const models: Reference[] = [6000, 7000, 8000, 9000].flatMap((centre, i) =>
  [-200, 0, 200].map((off) => ({
    name: `model ${centre + off}`,
    results: [
      { testSet: "Original", correct: centre + off, total: 10_000 },
      { testSet: "New", correct: centre + off - 1000 + (i % 2 ? 60 : -60) + off / 50, total: 10_000 },
    ],
  })),
);
const declared = models.map(
  (model, i): Reference => ({
    ...model,
    family: `architecture ${Math.floor(i / 3)}`,
    training: i < 9 ? "standard" : "more-data",
  }),
);

const test = webTest();

test("declared families widen the line's intervals, and what is not declared changes nothing", async ({
  site,
}) => {
  const { benchmarkId } = await seedLeaderboard(site.owner.db, { slug: "kin" });
  const importAll = (given: Reference[]) =>
    importReferences({ ctx: site.owner, input: { benchmark: "kin", models: given } });
  const fitted = async () => {
    await refreshFits({ ctx: site.worker, input: { benchmarkId } });
    return (await getFigure({ ctx: site.web, input: query("kin", { scale: "logit" }) })).verdict.fit;
  };
  await importAll(models);
  const alone = await fitted();
  expect(alone.families).toBeUndefined();
  expect(await importAll(declared)).toEqual({ imported: 0, changed: 12, unchanged: 0 });
  const families = await fitted();
  expect(families).toMatchObject({ models: 12, families: 4, slope: alone.slope });
  const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
  expect(width(families.slopeInterval!)).toBeGreaterThan(width(alone.slopeInterval!));
  expect(families.overImages!.images).toEqual(alone.overImages!.images);
  // A fact without a column stays as it was.
  expect(await importAll(models)).toEqual({ imported: 0, changed: 0, unchanged: 12 });
});

test("the view of effective robustness has each model's distance from the line, by how it was trained", async ({
  site,
}) => {
  await seedLeaderboard(site.owner.db, {
    slug: "trained",
    entries: [
      { name: "climbed", team: "trained-a", original: 8500, new: 8300 },
      { name: "held", team: "trained-a", original: 8600, new: null },
    ],
  });
  await importReferences({ ctx: site.owner, input: { benchmark: "trained", models: declared } });
  const answer = await ask(getRobustness, { params: { slug: "trained" } });
  const { groups, points, scale } = (await answer.json()) as Robustness;
  expect(scale).toBe("logit");
  expect(groups.map(({ training, models: size, fitted }) => [training, size, fitted])).toEqual([
    ["standard", 9, 9],
    ["more-data", 3, 3],
    [null, 1, 0],
  ]);
  const { rows } = await getLeaderboard({ ctx: site.web, input: query("trained") });
  for (const { id, residual } of rows) {
    expect(points.find((point) => point.id === id)?.residual ?? null).toBe(residual);
  }
  expect(points.some(({ name }) => name === "held")).toBe(false);
  const picture = await (await ask(getPicture, { params: { slug: "trained" } })).text();
  expect(picture).toContain("trained-more-data");
  expect(picture).toContain(">climbed<");
});

test("a board without models has a view without points, and one that is not there has none", async ({
  site,
}) => {
  await seedLeaderboard(site.owner.db, { slug: "bare" });
  const answer = await ask(getRobustness, { params: { slug: "bare" } });
  expect(await answer.json()).toMatchObject({ groups: [], points: [] });
  expect((await ask(getRobustness, { params: { slug: "nowhere" } })).status).toBe(404);
});
