import { asc, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { RungError } from "../../errors";
import { submissionForAct } from "./submission-for-act";

/**
 * First releases that wait for a maintainer, with their teams' turns taken, in the order of the teams, so that two maintainers do
 * not wait for each other.
 * @throws RungError `not_found`; `too_late` where one of them does not wait
 */
export async function firstReleasesForAct(
  tx: Database,
  ids: readonly string[],
): Promise<(typeof submissions.$inferSelect)[]> {
  const inOrder = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(inArray(submissions.id, [...ids]))
    .orderBy(asc(submissions.teamId), asc(submissions.id));
  const missing = ids.find((id) => !inOrder.some((found) => found.id === id));
  const found = [];
  for (const { id } of missing ? [{ id: missing }] : inOrder) {
    const submission = await submissionForAct(tx, id);
    if (submission.state !== "awaiting-approval") {
      throw new RungError(
        "too_late",
        `The submission "${submission.name}" does not wait for approval.`,
        "Look at its state: somebody may have approved, declined or disqualified it already.",
      );
    }
    found.push(submission);
  }
  return found;
}
