import { expect } from "vitest";
import { equationText } from "@/app/_components/figure/describe-line";
import { auditLines } from "@/db/schema";
import { getFigure } from "@/server/leaderboards/get-figure";
import { importReferences } from "@/server/references/import-references";
import { seedTimm } from "@/server/seed/seed-timm";
import { timmReferences } from "@/server/seed/timm-references";
import { siteTest as test } from "../../fixtures/site-test";
import { query } from "../leaderboards/query";

test("the first start shows timm's 1,556 models and their line, and a later one or an import of its files changes nothing", async ({
  site,
}) => {
  const ctx = site.owner;
  await seedTimm(ctx);
  const { fit, points } = await getFigure({ ctx: site.web, input: query("imagenet-timm") });
  expect(points).toHaveLength(1_556);
  expect(equationText(fit)).toBe("new = 1.14 × original − 22.5");
  const lines = await ctx.db.$count(auditLines);
  await seedTimm(ctx);
  const input = { benchmark: "imagenet-timm", models: timmReferences() };
  expect(await importReferences({ ctx, input })).toEqual({ imported: 0, changed: 0, unchanged: 1_556 });
  expect(await ctx.db.$count(auditLines)).toBe(lines);
});
