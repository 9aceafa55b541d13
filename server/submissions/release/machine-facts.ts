import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { hiddenRuns, type submissions } from "../../../db/schema";
import type { MachineFacts } from "../../audit-log/machine-facts-schema";

/** How the machine treated a submission's hidden evaluation: the part of the evidence that no model can make. */
export async function loadMachineFacts(
  db: Database,
  { id, hiddenDueAt }: Pick<typeof submissions.$inferSelect, "id" | "hiddenDueAt">,
): Promise<MachineFacts> {
  const [run] = await db.select().from(hiddenRuns).where(eq(hiddenRuns.submissionId, id));
  const { attempts = 0, windowsBeyond = 0, readyAt = null } = run ?? {};
  return {
    lostWorkers: Math.max(0, attempts - 1),
    windowsBeyond,
    moved: readyAt !== null && hiddenDueAt !== null && readyAt > hiddenDueAt,
  };
}
