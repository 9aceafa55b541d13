import { eq } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { RungError } from "../../errors";
import { historyRow, selectSubmissions } from "./history-row";
import type { HistoryRow } from "./history-schema";
import { loadDecisions } from "./load-decisions";

/** One submission with every decision on it and the decision's basis. Throws `not_found`. */
export async function getAuditedSubmission({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { id: string };
}): Promise<HistoryRow> {
  const [row] = await selectSubmissions(ctx.db).where(eq(submissions.id, input.id));
  if (!row) throw new RungError("not_found", "There is no such submission.", "Look for it on /audit.");
  const made = await loadDecisions(ctx.db, { submissionIds: [input.id], poolId: null });
  return historyRow(row, made.get(input.id) ?? []);
}
