import { eq } from "drizzle-orm";
import { memberships, teams, users } from "../../db/schema";
import type { ResearcherContext } from "../context";
import type { TeamView } from "./viewer-schema";

/** The team that the viewer submits for, with its members' names, the first to join first. */
export async function getTeam({ ctx }: { ctx: Pick<ResearcherContext, "db" | "viewer"> }): Promise<TeamView> {
  const rows = await ctx.db
    .select({ slug: teams.slug, name: teams.name, personal: teams.personal, member: users.name })
    .from(teams)
    .innerJoin(memberships, eq(memberships.teamId, teams.id))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(teams.id, ctx.viewer.teamId))
    .orderBy(memberships.since, users.name);
  const { slug, name, personal } = rows[0]!;
  return { slug, name, personal, members: rows.map(({ member }) => member) };
}
