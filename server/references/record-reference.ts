import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import {
  evaluations,
  pools,
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
import type { Policy } from "../release/policy";
import { releaseExact, releaseUnder } from "../release/released-score";
import { scoreRow } from "../submissions/evaluation/score-row";
import { modelParameters } from "../submissions/model-parameters";

type Evaluation = typeof evaluations.$inferSelect;

/**
 * Publishes the scores of a reference model that was evaluated here: exact on original test sets, rounded to the pool's grid on
 * hidden ones. A reference is chosen by the maintainers before anything is known of the hidden set, so it passes no ladder, but its
 * numbers tell something and count on the meter. A repeat changes nothing.
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
        training: submission.training,
        family: submission.family,
        parameters: await modelParameters(tx, submission.modelHash),
        submissionId: submission.id,
        updatedAt: now,
      })
      .returning({ id: referenceModels.id });
    for (const { evaluation, testSetId, policy } of results) {
      for (const { metric, score } of scoresOf(evaluation, policy)) {
        const { versionId } = evaluation;
        const row = scoreRow({ submissionId: submission.id, versionId, metric, score, at: now });
        await tx.insert(scores).values(row).onConflictDoNothing();
        const { correct, total, accuracy, lower, upper } = row;
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
        results: results.map(({ evaluation, policy }) =>
          policy ? lossesOf(evaluation, policy) : countsIn(evaluation),
        ),
      },
      secret: {
        counts: results.filter(({ policy }) => policy).map(({ evaluation }) => countsIn(evaluation)),
      },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

function scoresOf(evaluation: Evaluation, policy: Policy | null) {
  const { total } = evaluation;
  return countedMetrics(evaluation).map(({ metric, correct }) => ({
    metric,
    score: policy ? releaseUnder({ policy, correct, total }) : releaseExact({ correct, total }),
  }));
}

function countsIn(evaluation: Evaluation) {
  return { version: evaluation.versionId, total: evaluation.total, ...countsOf(evaluation) };
}

function lossesOf(evaluation: Evaluation, policy: Policy) {
  const losses = scoresOf(evaluation, policy).map(({ metric, score }) => ({ metric, loss: score.lossText! }));
  return { version: evaluation.versionId, total: evaluation.total, losses };
}

/** The audit part of a hidden test set stays unpublished, for references too. */
function publishedParts(tx: Database, submissionId: string) {
  return tx
    .select({ evaluation: evaluations, testSetId: testSets.id, policy: pools.policy })
    .from(evaluations)
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId))
    .where(and(eq(evaluations.submissionId, submissionId), inArray(evaluations.part, ["all", "guarded"])));
}
