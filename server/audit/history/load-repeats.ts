import { asc, eq } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { repeats, testSets, testSetVersions } from "../../../db/schema";
import { hasSameBits } from "../../release/has-same-bits";
import type { ShownRepeat } from "./history-schema";

/** The repeats of a submission's hidden evaluation, in the order in which they ended. Needs the auditor's rights. */
export async function loadRepeats(db: Database, submissionId: string): Promise<ShownRepeat[]> {
  const rows = await db
    .select()
    .from(repeats)
    .where(eq(repeats.submissionId, submissionId))
    .orderBy(asc(repeats.endedAt));
  if (rows.length === 0) return [];
  const names = await db
    .select({ version: testSetVersions.id, testSet: testSets.name })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId));
  const nameOf = new Map(names.map(({ version, testSet }) => [version, testSet]));
  return rows.map(({ outcome, endedAt }) => ({
    forfeited: outcome.forfeited,
    parts: outcome.parts.map(({ version, ...part }) => ({ ...part, testSet: nameOf.get(version) ?? "" })),
    sameBits: hasSameBits(outcome),
    endedAt: endedAt.toISOString(),
  }));
}
