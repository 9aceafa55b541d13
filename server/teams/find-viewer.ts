import { desc, eq } from "drizzle-orm";
import { memberships, teams, users } from "../../db/schema";
import type { Context, Viewer } from "../context";

/** A user with the team they act for (the personal one if there are several), or null if there is no such user. */
export async function findViewer({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { userId: string };
}): Promise<Viewer | null> {
  const [row] = await ctx.db
    .select({ userId: users.id, name: users.name, role: users.role, teamId: memberships.teamId })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(teams, eq(teams.id, memberships.teamId))
    .where(eq(users.id, input.userId))
    .orderBy(desc(teams.personal), memberships.since)
    .limit(1);
  return row ?? null;
}
