import type { evaluations } from "../../../db/schema";
import { bitsFromBytes, countOnes, countOnlyIn } from "../../release/bit-vector";
import { type ErrorConsistency, errorConsistency } from "../../statistics/error-consistency";

type Evaluation = Pick<typeof evaluations.$inferSelect, "total" | "wrong" | "predictions">;

/** How similar two models are on the same images. Throws if their numbers of images differ. */
export function likenessOf(
  one: Evaluation,
  other: Evaluation,
): ErrorConsistency & { images: number; samePredictions: boolean } {
  const first = bitsFromBytes(one.wrong, one.total);
  const second = bitsFromBytes(other.wrong, other.total);
  const errors = [countOnes(first), countOnes(second)] as const;
  return {
    images: one.total,
    samePredictions: Buffer.compare(one.predictions, other.predictions) === 0,
    ...errorConsistency({ images: one.total, errors, both: errors[0] - countOnlyIn(first, second) }),
  };
}
