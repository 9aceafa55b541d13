import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations, submissions, testSets, testSetVersions } from "../../../db/schema";
import { isPrimary } from "../../test-sets/primary";

/** A submission's deciding evaluations: those on the guarded parts of primary test sets. */
export async function decidingEvaluations(db: Database, submissionId: string, versionId?: string) {
  return db
    .select({ submission: submissions, evaluation: evaluations })
    .from(evaluations)
    .innerJoin(submissions, eq(submissions.id, evaluations.submissionId))
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(
      and(
        eq(evaluations.submissionId, submissionId),
        versionId ? eq(evaluations.versionId, versionId) : undefined,
        eq(submissions.kind, "entry"),
        isPrimary,
        inArray(evaluations.part, ["all", "guarded"]),
      ),
    );
}

export type Evaluated = Awaited<ReturnType<typeof decidingEvaluations>>[number];
