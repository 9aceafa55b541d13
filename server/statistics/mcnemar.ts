import betainc from "@stdlib/math-base-special-betainc";

/**
 * McNemar's exact test of two models on the same images: twice the binomial tail of the images that only one gets right, at most
 * 1 (McNemar 1947; the exact form is the sign test). Never use it on a hidden test set: it gives away per-image facts.
 * @param onlyFirst images that only the first model classifies correctly
 * @param onlySecond images that only the second does
 * @returns the two-sided p-value
 */
export function mcnemar({ onlyFirst, onlySecond }: { onlyFirst: number; onlySecond: number }): number {
  const discordant = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  if (2 * fewer === discordant) return 1;
  return Math.min(1, 2 * betainc(0.5, discordant - fewer, fewer + 1));
}
