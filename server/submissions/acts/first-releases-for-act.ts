import type { Database } from "../../../db/client";
import type { submissions } from "../../../db/schema";
import { RungError } from "../../errors";
import { inOrderOfTeams } from "./in-order-of-teams";
import { submissionForAct } from "./submission-for-act";

/**
 * First releases that wait for a maintainer, with their teams locked.
 * @throws RungError `not_found`; `too_late` where one of them does not wait
 */
export async function firstReleasesForAct(
  tx: Database,
  ids: readonly string[],
): Promise<(typeof submissions.$inferSelect)[]> {
  const found = [];
  for (const id of await inOrderOfTeams(tx, ids)) {
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
