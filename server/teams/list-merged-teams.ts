import { desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { teams } from "../../db/schema";
import type { MaintainerContext } from "../context";

export const mergedTeamSchema = z.object({
  team: z.string().describe("slug"),
  into: z.string().describe("slug"),
  at: z.iso.datetime(),
});
export type MergedTeam = z.infer<typeof mergedTeamSchema>;

const most = 200;

/** Teams merged into others, latest first. */
export async function listMergedTeams({ ctx }: { ctx: MaintainerContext }): Promise<MergedTeam[]> {
  const into = alias(teams, "into");
  const rows = await ctx.db
    .select({ team: teams.slug, into: into.slug, at: teams.mergedAt })
    .from(teams)
    .innerJoin(into, eq(into.id, teams.mergedIntoId))
    .orderBy(desc(teams.mergedAt))
    .limit(most);
  return rows.map((row) => ({ ...row, at: row.at!.toISOString() }));
}
