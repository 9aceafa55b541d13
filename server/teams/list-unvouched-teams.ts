import { and, count, desc, eq, isNull, max } from "drizzle-orm";
import { z } from "zod";
import { firstReleases, submissions, teams } from "../../db/schema";
import type { MaintainerContext } from "../context";

export const unvouchedTeamSchema = z.object({
  team: z.string().describe("slug"),
  firstReleases: z.int().describe("made, those of teams that were merged into it included"),
  lastSubmittedAt: z.iso.datetime(),
});
export type UnvouchedTeam = z.infer<typeof unvouchedTeamSchema>;

const most = 200;

/** The teams with submissions that nobody vouches for, the last to submit first, 200 at most. */
export async function listUnvouchedTeams({ ctx }: { ctx: MaintainerContext }): Promise<UnvouchedTeam[]> {
  const rows = await ctx.db
    .select({
      team: teams.slug,
      firstReleases: count(firstReleases.submissionId),
      lastSubmittedAt: max(submissions.submittedAt),
    })
    .from(teams)
    .innerJoin(submissions, and(eq(submissions.teamId, teams.id), eq(submissions.kind, "entry")))
    .leftJoin(firstReleases, eq(firstReleases.submissionId, submissions.id))
    .where(and(isNull(teams.vouchedAt), isNull(teams.mergedIntoId)))
    .groupBy(teams.id)
    .orderBy(desc(max(submissions.submittedAt)))
    .limit(most);
  return rows.map((row) => ({ ...row, lastSubmittedAt: row.lastSubmittedAt!.toISOString() }));
}
