import { and, inArray, ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations } from "../../../db/schema";
import { type ByMetric, countsOf } from "../../evaluation/by-metric";
import { bitsFromBytes, countOnes } from "../../release/bit-vector";

/** An evaluation's counts of right images, and its wrong ones counted from the stored bits. */
export type StoredCounts = ByMetric<number> & { total: number; wrong: number };

/** The stored counts of submissions, by submission and version, audit parts left out. */
export async function storedCounts(
  db: Database,
  submissionIds: string[],
): Promise<Map<string, Map<string, StoredCounts>>> {
  const { submissionId, versionId, total, top1, top5, wrong, part } = evaluations;
  const rows = await db
    .select({ submissionId, versionId, total, top1, top5, wrong })
    .from(evaluations)
    .where(and(inArray(submissionId, submissionIds), ne(part, "audit")));
  const found = new Map<string, Map<string, StoredCounts>>();
  for (const row of rows) {
    const own = found.get(row.submissionId) ?? new Map<string, StoredCounts>();
    const counted = countOnes(bitsFromBytes(row.wrong, row.total));
    own.set(row.versionId, { total: row.total, ...countsOf(row), wrong: counted });
    found.set(row.submissionId, own);
  }
  return found;
}
