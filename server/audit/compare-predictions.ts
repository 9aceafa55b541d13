import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { evaluations, submissions, testSets, testSetVersions } from "../../db/schema";
import type { Context } from "../context";
import { enterFingerprint } from "./enter-fingerprint";
import { findAlike } from "./find-alike";
import { likenessOf } from "./likeness-of";
import { recordLikeness } from "./record-likeness";

/** Models whose errors agree this much above chance are kept (kappa). */
const kappaOfKept = 0.8;

/**
 * Looks among all earlier submissions on the same images for models that are nearly the same as this one: the same file, the same
 * predictions, or nearly the same errors. Never all pairs: candidates come from the file's hash, the predictions' hash and
 * MinHash bands of the errors. Needs the worker's rights. A repeat changes nothing.
 */
export async function comparePredictions({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: { submissionId: string };
}): Promise<void> {
  for (const evaluated of await decidingEvaluations(ctx.db, input.submissionId)) {
    const { submission, evaluation } = evaluated;
    // Entered and committed before others are looked for: of two at the same time one finds the other.
    const entered = await enterFingerprint(ctx.db, evaluation, ctx.now());
    for (const otherId of await findAlike(ctx.db, submission, entered)) {
      const [other] = await decidingEvaluations(ctx.db, otherId, evaluation.versionId);
      if (!other) continue;
      const likeness = likenessOf(evaluation, other.evaluation);
      const sameModel = submission.modelHash === other.submission.modelHash;
      if (!sameModel && likeness.kappa < kappaOfKept) continue;
      await recordLikeness(ctx, [evaluated, other], { ...likeness, sameModel });
    }
  }
}

/** A submission's evaluations that decide: on the guarded parts of primary test sets. */
async function decidingEvaluations(db: Database, submissionId: string, versionId?: string) {
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
        isNotNull(testSets.primarySince),
        inArray(evaluations.part, ["all", "guarded"]),
      ),
    );
}

export type Evaluated = Awaited<ReturnType<typeof decidingEvaluations>>[number];
