/** A family's models in sums, of coordinates less the means of all models. */
export type FamilySums = { models: number; x: number; y: number; xx: number; xy: number; yy: number };

/**
 * Sums over each family's models.
 * @param x, y coordinates of all models, less anything that keeps them near zero
 */
export function familySums(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  members: readonly (readonly number[])[],
): FamilySums[] {
  return members.map((places) => {
    const sums = { models: places.length, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
    for (const place of places) {
      const [a, b] = [x[place]!, y[place]!];
      sums.x += a;
      sums.y += b;
      sums.xx += a * a;
      sums.xy += a * b;
      sums.yy += b * b;
    }
    return sums;
  });
}
