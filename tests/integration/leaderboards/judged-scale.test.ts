import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { auditLines } from "@/db/schema";
import { judgeBenchmark } from "@/server/benchmarks/judge-benchmark";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { fiveReferences } from "../../fixtures/five-references";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest as test } from "../../fixtures/shared-site-test";
import { query } from "./query";

test("marks, distances and verdict are those of one scale whichever is drawn, until the operator chooses another in the log", async ({
  site,
}) => {
  await seedLeaderboard(site.owner.db, {
    slug: "judged",
    references: fiveReferences,
    entries: [{ name: "beyond", team: "judged-a", original: 9800, new: 8900 }],
  });
  const ctx = site.web;
  const distances = async (scale: string) =>
    (await getLeaderboard({ ctx, input: query("judged", { scale }) })).rows.map(({ residual }) => residual);
  const inLogit = await distances("logit");
  expect(await distances("linear")).toEqual(inLogit);
  const drawn = await getFigure({ ctx, input: query("judged", { scale: "linear" }) });
  expect(drawn.verdict.scale).toBe("logit");
  expect(drawn.verdict.fit.scale).toBe("logit");
  expect(drawn.fit.scale).toBe("linear");
  expect(drawn.verdict.range).toEqual({ lower: 0.5, upper: 0.9 });
  expect(drawn.shapes.map(({ scale }) => scale)).toEqual(["linear", "logit", "probit"]);

  const { rows } = await getLeaderboard({ ctx, input: query("judged") });
  expect(rows.filter(({ beyond }) => beyond).map(({ name }) => name)).toEqual(["beyond"]);

  await judgeBenchmark({ ctx: site.owner, input: { slug: "judged", judgedScale: "linear" } });
  expect((await getFigure({ ctx, input: query("judged", { scale: "logit" }) })).verdict.scale).toBe("linear");
  expect(await distances("logit")).not.toEqual(inLogit);
  const [line] = await site.owner.db
    .select({ fields: auditLines.fields })
    .from(auditLines)
    .where(eq(auditLines.kind, "benchmark"))
    .orderBy(desc(auditLines.id))
    .limit(1);
  expect(line!.fields).toMatchObject({ slug: "judged", judgedScale: "linear" });
});
