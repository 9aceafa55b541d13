import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { lockFor } from "../../../db/lock-for";
import { teams } from "../../../db/schema";

/**
 * Waits for its turn with a team, as `lockFor`, or with the one that it was merged into while somebody still knew it by its old id.
 * @returns the id of the team whose turn it is
 */
export async function takeTeamTurn(tx: Database, teamId: string): Promise<string> {
  await lockFor(tx, "team", teamId);
  const [team] = await tx.select({ into: teams.mergedIntoId }).from(teams).where(eq(teams.id, teamId));
  return team?.into ? takeTeamTurn(tx, team.into) : teamId;
}
