/**
 * The label's rank among the classes sorted by score, largest first; ties go to the lowest index. An image is right at top-k if
 * the rank is below k.
 * @param scores one number per class
 * @param label a class index
 * @returns 0 for first place, `scores.length - 1` for last; null if any score is NaN or infinite
 */
export function rankOfLabel(scores: ArrayLike<number>, label: number): number | null {
  const own = scores[label];
  if (own === undefined) throw new RangeError(`label ${label} is outside ${scores.length} classes`);
  let rank = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i]!;
    if (!Number.isFinite(score)) return null;
    if (score > own || (score === own && i < label)) rank += 1;
  }
  return rank;
}
