import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { referenceModels, referenceResults, scores, submissions, testSetVersions } from "../../../db/schema";

/**
 * Checks that a reference evaluated here is shown under its own name, with its own scores, and in the line.
 * @returns what does not agree, in words, or null
 */
export async function compareOwnReferences(db: Database): Promise<string | null> {
  const [named] = await db
    .select({ name: submissions.name })
    .from(referenceModels)
    .innerJoin(submissions, eq(submissions.id, referenceModels.submissionId))
    .where(
      or(
        sql`${referenceModels.name} <> ${submissions.name}`,
        sql`${referenceModels.benchmarkId} <> ${submissions.benchmarkId}`,
        isNotNull(referenceModels.notInFit),
        isNotNull(referenceModels.year),
        isNotNull(referenceModels.url),
        isNotNull(referenceModels.imageSize),
        sql`${referenceModels.source} <> 'evaluated here'`,
        sql`${referenceModels.training} is distinct from ${submissions.training}`,
        sql`${referenceModels.family} is distinct from ${submissions.family}`,
        sql`${referenceModels.updatedAt} <> ${submissions.endedAt}`,
      ),
    )
    .limit(1);
  if (named) return `the row in reference_models of "${named.name}" is not what it was evaluated as`;
  const rows = await db
    .select({ result: referenceResults, score: scores })
    .from(referenceResults)
    .innerJoin(referenceModels, eq(referenceModels.id, referenceResults.referenceModelId))
    .leftJoin(testSetVersions, eq(testSetVersions.testSetId, referenceResults.testSetId))
    .leftJoin(
      scores,
      and(
        eq(scores.versionId, testSetVersions.id),
        eq(scores.submissionId, referenceModels.submissionId),
        eq(scores.metric, referenceResults.metric),
      ),
    )
    .where(isNotNull(referenceModels.submissionId));
  const keyOf = ({ referenceModelId, testSetId, metric }: typeof referenceResults.$inferSelect) =>
    `${referenceModelId} ${testSetId} ${metric}`;
  const own = new Set(
    rows
      .filter(
        ({ result, score }) =>
          score !== null &&
          (["correct", "total", "accuracy", "lower", "upper"] as const).every(
            (field) => result[field] === score[field],
          ),
      )
      .map(({ result }) => keyOf(result)),
  );
  return rows.every(({ result }) => own.has(keyOf(result)))
    ? null
    : "the rows in reference_results of a reference evaluated here are other scores than its own";
}
