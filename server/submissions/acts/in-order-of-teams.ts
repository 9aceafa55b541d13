import { asc, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { RungError } from "../../errors";

/**
 * Submissions to act on in one transaction, each once, in the order in which their teams are locked, so that two maintainers do not wait
 * for each other.
 * @throws RungError `not_found` where one of them does not exist
 */
export async function inOrderOfTeams(tx: Database, ids: readonly string[]): Promise<string[]> {
  const found = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(inArray(submissions.id, [...ids]))
    .orderBy(asc(submissions.teamId), asc(submissions.id));
  const inOrder = found.map(({ id }) => id);
  if (ids.some((id) => !inOrder.includes(id)))
    throw new RungError("not_found", "There is no such submission.", "Look for it on /audit.");
  return inOrder;
}
