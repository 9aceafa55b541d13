/**
 * Standard competition ranks, best first: one more than the number of strictly greater values, so equal values share a rank (1,
 * 2, 2, 4).
 * @param accuracies in any order
 * @returns ranks in the same order
 */
export function competitionRanks(accuracies: readonly number[]): number[] {
  const descending = [...accuracies].sort((a, b) => b - a);
  const first = new Map<number, number>();
  descending.forEach((accuracy, place) => {
    if (!first.has(accuracy)) first.set(accuracy, place + 1);
  });
  return accuracies.map((accuracy) => first.get(accuracy)!);
}
