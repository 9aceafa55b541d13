import { and, asc, eq, exists, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { evaluations, pools, testSets, testSetVersions } from "../../db/schema";
import type { EvaluableVersion } from "./evaluable-versions";
import { isPrimary } from "./primary";

/** The versions of hidden test sets that a submission was evaluated on, active or not. Needs a worker's rights. */
export async function evaluatedVersions(db: Database, submissionId: string): Promise<EvaluableVersion[]> {
  const evaluated = db
    .select({ one: sql`1` })
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, submissionId), eq(evaluations.versionId, testSetVersions.id)));
  return db
    .select({ version: testSetVersions, testSet: testSets, pool: pools, primary: isPrimary })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId))
    .where(and(eq(testSets.role, "hidden"), exists(evaluated)))
    .orderBy(asc(testSets.position), asc(testSets.createdAt), asc(testSetVersions.number));
}
