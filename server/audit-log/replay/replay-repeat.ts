import { eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { repeats } from "../../../db/schema";
import { canonicalJson } from "../canonical-json";
import type { LineOf } from "../line-schema";

/**
 * Checks that what is stored of a repeat is what its line commits to: a void depends on it.
 * @returns what does not agree, in words, or null
 */
export async function replayRepeat(
  db: Database,
  { public: { submission }, secret: { outcome } }: LineOf<"repeat">,
  id: number,
): Promise<string | null> {
  if (!outcome) return null;
  const stored = await db.select().from(repeats).where(eq(repeats.submissionId, submission));
  const told = canonicalJson(outcome);
  if (stored.some((row) => canonicalJson(row.outcome) === told)) return null;
  return `line ${id}: the stored repeat is not the one that it tells of`;
}
