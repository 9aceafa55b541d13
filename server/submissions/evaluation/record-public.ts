import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import {
  referenceModels,
  referenceResults,
  scores,
  submissions,
  testSets,
  testSetVersions,
} from "../../../db/schema";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import type { Outcome } from "./outcome";
import { publishExact } from "./publish-exact";

/**
 * Records the exact outcome on public new test sets that came after a submission's original part; it changes nothing else of the
 * submission. Calling it again changes nothing.
 */
export async function recordPublic({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; outcomes: Outcome[] };
}): Promise<void> {
  const { submissionId, outcomes } = input;
  await ctx.db.transaction(async (tx) => {
    const [submission] = await tx
      .select()
      .from(submissions)
      .where(eq(submissions.id, submissionId))
      .for("update");
    if (!submission) return;
    if (!(await publishExact({ tx, submissionId, role: "public", outcomes, at: ctx.now() }))) return;
    await showAsReference(tx, input);
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

/** A reference model that was evaluated here is shown with the same scores. */
async function showAsReference(
  tx: Database,
  { submissionId, outcomes }: Parameters<typeof recordPublic>[0]["input"],
) {
  const [model] = await tx
    .select({ id: referenceModels.id })
    .from(referenceModels)
    .where(eq(referenceModels.submissionId, submissionId));
  if (!model) return;
  const versionIds = outcomes.map(({ versionId }) => versionId);
  const rows = await tx
    .select({ score: scores, testSetId: testSets.id })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(scores.submissionId, submissionId), inArray(scores.versionId, versionIds)));
  for (const { score, testSetId } of rows) {
    const { metric, correct, total, accuracy, lower, upper } = score;
    const result = { correct, total, accuracy, lower, upper };
    await tx
      .insert(referenceResults)
      .values({ referenceModelId: model.id, testSetId, metric, ...result })
      .onConflictDoUpdate({
        target: [referenceResults.referenceModelId, referenceResults.testSetId, referenceResults.metric],
        set: result,
      });
  }
}
