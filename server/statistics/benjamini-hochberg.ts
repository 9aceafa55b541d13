/**
 * Adjusted p-values that bound the false discovery rate (Benjamini and Hochberg, JRSS B 57, 1995): a hypothesis is rejected
 * at rate q where its adjusted p is at most q.
 * @param pValues one family, in any order
 * @returns adjusted p-values in the same order
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const family = pValues.length;
  const descending = pValues.map((_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const adjusted: number[] = Array.from({ length: family }, () => 1);
  let least = 1;
  descending.forEach((index, place) => {
    least = Math.min(least, (pValues[index]! * family) / (family - place));
    adjusted[index] = least;
  });
  return adjusted;
}
