import type { Context } from "../../context";
import { decidingEvaluations } from "./deciding-evaluations";
import { enterFingerprint } from "./enter-fingerprint";
import { findAlike } from "./find-alike";
import { likenessOf } from "./likeness-of";
import { recordLikeness } from "./record-likeness";

/** Pairs of models whose errors agree this much above chance (kappa) are recorded. */
const kappaOfKept = 0.8;

/**
 * Looks among all earlier submissions on the same images for models nearly the same as this one: the same file, the same
 * predictions, or nearly the same errors. It does not compare all pairs: candidates come from the file's hash, the predictions'
 * hash and MinHash bands of the errors. Needs the worker's rights. Calling it again changes nothing.
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
    // Committed before looking for others: of two submissions compared at once, one finds the other.
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
