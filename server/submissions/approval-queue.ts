import { and, count, eq, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../db/client";
import { submissions } from "../../db/schema";
import { declinedCode } from "./acts/decline-first-release";

/** What whoever waits for a maintainer may know of the others who wait on the benchmark. */
export const approvalQueueSchema = z.object({
  waiting: z.int().describe("first scores that wait on the benchmark, this one included"),
  medianWaitMs: z
    .number()
    .nullable()
    .describe("of those approved, declined or let out by the room that others made; null: none was so far"),
});
export type ApprovalQueue = z.infer<typeof approvalQueueSchema>;

/** How many first scores wait on each benchmark, and how long those before them waited, by the benchmark's id. */
export async function approvalQueues(
  db: Database,
  benchmarkIds: readonly string[],
): Promise<Map<string, ApprovalQueue>> {
  if (benchmarkIds.length === 0) return new Map();
  const here = inArray(submissions.benchmarkId, [...benchmarkIds]);
  const declined = sql`${submissions.explanation}->>'code' = ${declinedCode}`;
  const answeredAt = sql`coalesce(${submissions.approvedAt}, ${submissions.endedAt})`;
  const foundRoom = sql`${submissions.checkedAgainAt} is not null and ${submissions.state} = 'scored'`;
  const [waiting, waited] = await Promise.all([
    db
      .select({ benchmarkId: submissions.benchmarkId, waiting: count() })
      .from(submissions)
      .where(and(here, eq(submissions.state, "awaiting-approval")))
      .groupBy(submissions.benchmarkId),
    db
      .select({
        benchmarkId: submissions.benchmarkId,
        ms: sql<number>`1000 * percentile_cont(0.5) within group (
          order by extract(epoch from ${answeredAt} - ${submissions.hiddenDueAt}))::float8`,
      })
      .from(submissions)
      .where(and(here, or(sql`${submissions.approvedAt} is not null`, declined, foundRoom)))
      .groupBy(submissions.benchmarkId),
  ]);
  return new Map(
    waiting.map((row) => {
      const ms = waited.find(({ benchmarkId }) => benchmarkId === row.benchmarkId)?.ms ?? null;
      return [row.benchmarkId, { waiting: row.waiting, medianWaitMs: ms }];
    }),
  );
}
