/**
 * The class predicted by a frame of scores: the index of its largest score, the lowest index on a tie.
 * @param scores one finite number per class
 * @returns a class index; null if any score is NaN or infinite, because such an answer predicts no class
 */
export function argMax(scores: ArrayLike<number>): number | null {
  let best = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i]!;
    if (!Number.isFinite(score)) return null;
    if (score > scores[best]!) best = i;
  }
  return scores.length > 0 ? best : null;
}
