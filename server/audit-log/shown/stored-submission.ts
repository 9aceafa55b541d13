import { group } from "d3-array";
import { asc, inArray, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { decisions, repeats, scores, submissions } from "../../../db/schema";
import type { ByMetric } from "../../evaluation/by-metric";
import { metrics } from "../../evaluation/metric";
import { anyOf } from "../any-of";
import { type LoggedLine, linesOf } from "../logged-line";
import { isIn } from "./block";

/** An evaluation's counts of right images and, from its stored bits, of wrong ones; `bits` is the SHA-256 (hex) of these. */
export type StoredCounts = ByMetric<number> & { total: number; wrong: number; bits: string };

/** A submission's lines, in order, and the rows that they lead to. */
export interface StoredSubmission {
  row: typeof submissions.$inferSelect;
  lines: readonly LoggedLine[];
  /** By version, audit parts left out. */
  counts: ReadonlyMap<string, StoredCounts>;
  scores: readonly (typeof scores.$inferSelect)[];
  decisions: readonly (typeof decisions.$inferSelect)[];
  repeats: readonly (typeof repeats.$inferSelect)[];
}

/** The submissions of a block with all that is compared of them: a query for each would take most of the time. */
export async function loadBlock(db: Database, block: number): Promise<StoredSubmission[]> {
  const rows = await db.select().from(submissions).where(isIn(block)).orderBy(asc(submissions.sequence));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const lines = await linesOf(db, ids);
  const counts = group(await readCounts(db, ids), ({ submission }) => submission);
  const own = ({ submissionId }: { submissionId: string }) => submissionId;
  const shown = group(await db.select().from(scores).where(inArray(scores.submissionId, ids)), own);
  const made = group(await db.select().from(decisions).where(inArray(decisions.submissionId, ids)), own);
  const again = group(await db.select().from(repeats).where(inArray(repeats.submissionId, ids)), own);
  return rows.map((row) => ({
    row,
    lines: lines.get(row.id) ?? [],
    counts: new Map((counts.get(row.id) ?? []).map((stored) => [stored.version, stored])),
    scores: shown.get(row.id) ?? [],
    decisions: made.get(row.id) ?? [],
    repeats: again.get(row.id) ?? [],
  }));
}

async function readCounts(db: Database, submissionIds: string[]) {
  return db.execute<StoredCounts & { submission: string; version: string }>(sql`
    select submission_id as submission, version_id as version, total, ${sql.raw(metrics.join(", "))},
      bit_count(wrong)::int as wrong, encode(sha256(wrong), 'hex') as bits
    from guarded.evaluations where submission_id = ${anyOf(submissionIds, "uuid")} and part <> 'audit'`);
}
