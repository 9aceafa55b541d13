import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { decisions, submissions } from "../../../db/schema";

/**
 * The noise with which a voided decision on the same team's model was made, in images; null where none was, or none was drawn: a
 * first release draws none.
 */
export async function voidedNoise(
  db: Database,
  given: { submission: typeof submissions.$inferSelect; poolId: string },
): Promise<number | null> {
  const { teamId, modelHash, preprocessing } = given.submission;
  const [voided] = await db
    .select({ noise: sql<number>`(${decisions.trace}->>'noise')::int` })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .where(
      and(
        eq(decisions.poolId, given.poolId),
        eq(decisions.scope, "team"),
        eq(submissions.state, "voided"),
        eq(submissions.teamId, teamId),
        eq(submissions.modelHash, modelHash),
        sql`${submissions.preprocessing} = ${JSON.stringify(preprocessing)}::jsonb`,
        sql`jsonb_typeof(${decisions.before}->'rung') = 'object'`,
      ),
    )
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  return voided?.noise ?? null;
}
