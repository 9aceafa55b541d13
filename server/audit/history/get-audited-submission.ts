import { eq } from "drizzle-orm";
import { repeatRequests, submissions } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { RungError } from "../../errors";
import { historyRow, selectSubmissions } from "./history-row";
import type { AuditedSubmission } from "./history-schema";
import { loadDecisions } from "./load-decisions";
import { loadRepeats } from "./load-repeats";

/** One submission with every decision on it and the decision's basis, and its repeats. Throws `not_found`. */
export async function getAuditedSubmission({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { id: string };
}): Promise<AuditedSubmission> {
  const [row] = await selectSubmissions(ctx.db).where(eq(submissions.id, input.id));
  if (!row) throw new RungError("not_found", "There is no such submission.", "Look for it on /audit.");
  const made = await loadDecisions(ctx.db, { submissionIds: [input.id], poolId: null });
  const [asked] = await ctx.db.select().from(repeatRequests).where(eq(repeatRequests.submissionId, input.id));
  return {
    ...historyRow(row, made.get(input.id) ?? []),
    repeatWaits: asked?.endedAt === null,
    repeats: await loadRepeats(ctx.db, input.id),
  };
}
