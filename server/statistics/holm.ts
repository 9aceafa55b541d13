/**
 * Adjusted p-values that bound the chance of any false rejection (Holm, Scandinavian Journal of Statistics 6, 1979).
 * @param pValues one family, in any order
 * @returns adjusted p-values in the same order
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted: number[] = Array.from({ length: pValues.length }, () => 1);
  let most = 0;
  ascending.forEach((index, place) => {
    most = Math.max(most, Math.min(1, pValues[index]! * (pValues.length - place)));
    adjusted[index] = most;
  });
  return adjusted;
}
