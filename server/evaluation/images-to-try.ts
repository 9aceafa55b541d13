/** As many as a check of the preprocessing needs: ten points are 20 of them. */
const mostTried = 200;

/**
 * Some images of a test set, `most` at most, spread over its classes: always the same ones, since a version's labels are frozen.
 * @param labels class index of each image
 * @returns their numbers; no class has two more than another that has images left
 */
export function imagesToTry(labels: ArrayLike<number>, most = mostTried): number[] {
  const seen = new Map<number, number>();
  const ranked = Array.from({ length: labels.length }, (_, image) => {
    const label = labels[image]!;
    const rank = seen.get(label) ?? 0;
    seen.set(label, rank + 1);
    return { image, label, rank };
  }).sort((a, b) => a.rank - b.rank || a.label - b.label);
  if (ranked.length <= most) return ranked.map(({ image }) => image);
  // Of the last round that does not fit, classes far apart.
  const whole = ranked.findIndex(({ rank }) => rank === ranked[most]!.rank);
  const round = ranked.filter(({ rank }) => rank === ranked[most]!.rank);
  const wanted = most - whole;
  const spread = Array.from({ length: wanted }, (_, i) => round[Math.floor((i * round.length) / wanted)]!);
  return [...ranked.slice(0, whole), ...spread].map(({ image }) => image);
}
