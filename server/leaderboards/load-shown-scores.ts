import { asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { referenceResults, scores, testSets, testSetVersions } from "../../db/schema";
import { restoreScore } from "../release/released-score";
import { publishedScore } from "./published-score";
import type { ShownScore } from "./schemas/score-schema";

/** A submission's released scores on every test set and metric, original test sets first. */
export async function loadReleasedScores(db: Database, submissionId: string): Promise<ShownScore[]> {
  const rows = await db
    .select({ score: scores, testSet: testSets.name })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(eq(scores.submissionId, submissionId))
    .orderBy(asc(testSets.role), asc(testSets.position), asc(testSetVersions.number), asc(scores.metric));
  return rows.map(({ score, testSet }) => restoreScore(testSet, score.metric, score));
}

/** Every published result of a reference model, original test sets first. */
export async function loadPublishedScores(
  db: Database,
  { id, submissionId }: { id: string; submissionId: string | null },
): Promise<ShownScore[]> {
  const rows = await db
    .select({ result: referenceResults, testSet: testSets.name })
    .from(referenceResults)
    .innerJoin(testSets, eq(testSets.id, referenceResults.testSetId))
    .where(eq(referenceResults.referenceModelId, id))
    .orderBy(asc(testSets.role), asc(testSets.position), asc(referenceResults.metric));
  return rows.map(({ result, testSet }) =>
    publishedScore(testSet, { result, evaluatedHere: submissionId !== null }),
  );
}
