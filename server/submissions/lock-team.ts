import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { lockFor } from "../../db/lock-for";
import { teams } from "../../db/schema";

/**
 * Locks a team as `lockFor` does or, if it has been merged meanwhile, the team that it was merged into.
 * @returns the id of the locked team
 */
export async function lockTeam(tx: Database, teamId: string): Promise<string> {
  await lockFor(tx, "team", teamId);
  const [team] = await tx.select({ into: teams.mergedIntoId }).from(teams).where(eq(teams.id, teamId));
  return team?.into ? lockTeam(tx, team.into) : teamId;
}
