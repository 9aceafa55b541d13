import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { RungError } from "../../errors";
import { lockTeam } from "../lock-team";

/**
 * The submission that a maintainer acts on, with its team locked: no release steps its ladder meanwhile.
 * @throws RungError `not_found`; `bad_input` for a reference, which no team submitted
 */
export async function submissionForAct(tx: Database, id: string): Promise<typeof submissions.$inferSelect> {
  const [found] = await tx
    .select({ teamId: submissions.teamId })
    .from(submissions)
    .where(eq(submissions.id, id));
  if (!found) throw new RungError("not_found", "There is no such submission.", "Look for it on /audit.");
  await lockTeam(tx, found.teamId);
  const [row] = await tx.select().from(submissions).where(eq(submissions.id, id)).for("update");
  if (row!.kind === "reference") {
    throw new RungError("bad_input", "This is a reference model, not a team's submission.", "");
  }
  return row!;
}
