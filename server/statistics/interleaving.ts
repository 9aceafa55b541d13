/**
 * How regularly two series of times take turns: the z value of the runs test of Wald and Wolfowitz (1940). In the merged order of
 * m and n times, independent of each other, the number of runs has mean `1 + 2mn/(m+n)` and variance `2mn(2mn - m - n) / ((m+n)^2
 * (m+n-1))`. Well above 0: they alternate, as one person with two accounts would.
 * @param first, second times in any order, in any unit
 * @returns null if there are too few times to say (fewer than two of either)
 */
export function interleaving(first: readonly number[], second: readonly number[]): number | null {
  const [m, n] = [first.length, second.length];
  if (m < 2 || n < 2) return null;
  const merged = [...first.map((at) => ({ at, whose: 0 })), ...second.map((at) => ({ at, whose: 1 }))].sort(
    (a, b) => a.at - b.at,
  );
  const runs = merged.filter((one, i) => i === 0 || merged[i - 1]!.whose !== one.whose).length;
  const all = m + n;
  const product = 2 * m * n;
  const mean = 1 + product / all;
  const variance = (product * (product - all)) / (all * all * (all - 1));
  return (runs - mean) / Math.sqrt(variance);
}
