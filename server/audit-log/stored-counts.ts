import { and, eq, ne } from "drizzle-orm";
import type { Database } from "../../db/client";
import { evaluations } from "../../db/schema";
import { type ByMetric, countsOf } from "../evaluation/by-metric";
import { bitsFromBytes, countOnes } from "../release/bit-vector";

/** An evaluation's counts of right images, and its wrong ones counted from the stored bits. */
export type StoredCounts = ByMetric<number> & { total: number; wrong: number };

/** A submission's stored counts by version, audit parts left out. */
export async function storedCounts(db: Database, submissionId: string): Promise<Map<string, StoredCounts>> {
  const rows = await db
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, submissionId), ne(evaluations.part, "audit")));
  return new Map(
    rows.map((row) => [
      row.versionId,
      { total: row.total, ...countsOf(row), wrong: countOnes(bitsFromBytes(row.wrong, row.total)) },
    ]),
  );
}
