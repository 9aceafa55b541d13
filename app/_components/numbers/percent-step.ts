/** The step of released accuracies, a fraction, in words: 0.02 is "2 points". */
export function percentStep(step: number): string {
  const size = Number((100 * step).toPrecision(6));
  return `${size} ${size === 1 ? "point" : "points"}`;
}
