import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import {
  evaluations,
  referenceModels,
  referenceResults,
  scores,
  submissions,
  testSets,
  testSetVersions,
} from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { Context } from "../context";
import { countedMetrics, countsOf } from "../evaluation/by-metric";
import { releaseExact } from "../release/released-score";
import { scoreRow } from "../submissions/evaluation/score-row";
import { modelParameters } from "../submissions/model-parameters";

/**
 * Publishes the counts of a reference model that was evaluated here, on original and hidden test sets alike. The maintainers
 * choose references before anything is known about the hidden set, so they pass no ladder. Calling it again changes nothing.
 */
export async function recordReference({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(
        and(
          eq(submissions.id, input.submissionId),
          eq(submissions.kind, "reference"),
          eq(submissions.state, "evaluating"),
        ),
      )
      .for("update");
    if (!submission) return;
    const results = await publishedParts(tx, submission.id);
    const [model] = await tx
      .insert(referenceModels)
      .values({
        benchmarkId: submission.benchmarkId,
        name: submission.name,
        source: "evaluated here",
        parameters: await modelParameters(tx, submission.modelHash),
        submissionId: submission.id,
        updatedAt: now,
      })
      .returning({ id: referenceModels.id });
    for (const { evaluation, testSetId } of results) {
      const { total, versionId } = evaluation;
      for (const { metric, correct } of countedMetrics(evaluation)) {
        const row = scoreRow({
          submissionId: submission.id,
          versionId,
          metric,
          score: releaseExact({ correct, total }),
          at: now,
        });
        await tx.insert(scores).values(row).onConflictDoNothing();
        const { accuracy, lower, upper } = row;
        await tx
          .insert(referenceResults)
          .values({ referenceModelId: model!.id, testSetId, metric, correct, total, accuracy, lower, upper });
      }
    }
    await tx
      .update(submissions)
      .set({ state: "scored", endedAt: now })
      .where(eq(submissions.id, submission.id));
    await appendLine(tx, {
      kind: "evaluation",
      at: now,
      public: {
        submission: submission.id,
        role: "reference",
        results: results.map(({ evaluation }) => ({
          version: evaluation.versionId,
          total: evaluation.total,
          ...countsOf(evaluation),
        })),
      },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

/** Results on the audit part of a hidden test set stay unpublished, even for references. */
function publishedParts(tx: Database, submissionId: string) {
  return tx
    .select({ evaluation: evaluations, testSetId: testSets.id })
    .from(evaluations)
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(evaluations.submissionId, submissionId), inArray(evaluations.part, ["all", "guarded"])));
}
