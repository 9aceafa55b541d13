/** The numbers of submissions at which a bias is reported: 10, 25, 50, 100, 200, 400, 700, 1000, 2000, .. and the last. */
export function checkpoints(submissions: number): number[] {
  const points = [10, 25, 50];
  for (let decade = 100; decade < submissions; decade *= 10) {
    points.push(decade, 2 * decade, 4 * decade, 7 * decade);
  }
  return [...points.filter((point) => point < submissions), submissions];
}
