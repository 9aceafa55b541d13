import type { SeededRandom } from "../seeded-random";

/** Sums over families: a row a family, of `width` numbers, the last of which is how many models it has. */
export type FamilyTable = { rows: Float64Array; width: number };

/**
 * Sums x, y, x*x and x*y over the models of each family, for each of the pairs of coordinates that a model has.
 * @param points the coordinates, model by model
 * @param pairs of coordinates of one model
 */
export function sumFamilies(
  points: Float64Array,
  pairs: number,
  members: readonly (readonly number[])[],
): FamilyTable {
  const width = 4 * pairs + 1;
  const rows = new Float64Array(width * members.length);
  members.forEach((places, family) => {
    const row = rows.subarray(width * family, width * (family + 1));
    for (const place of places) {
      for (let pair = 0; pair < pairs; pair++) {
        const x = points[2 * (pairs * place + pair)]!;
        const y = points[2 * (pairs * place + pair) + 1]!;
        row[4 * pair]! += x;
        row[4 * pair + 1]! += y;
        row[4 * pair + 2]! += x * x;
        row[4 * pair + 3]! += x * y;
      }
    }
    row[width - 1] = places.length;
  });
  return { rows, width };
}

/**
 * Draws as many families as there are, with replacement, and adds up their rows, for each of `resamples` rows of `sums`. With one
 * model a family these are the draws, and the sums, of `resampledLines`.
 */
export function drawFamilies(
  { rows, width }: FamilyTable,
  random: SeededRandom,
  sums: Float64Array,
  resamples: number,
): void {
  const families = rows.length / width;
  sums.fill(0, 0, width * resamples);
  for (let to = 0; to < width * resamples; to += width) {
    for (let draw = 0; draw < families; draw++) {
      const from = width * Math.floor((random.uint32() * families) / 2 ** 32);
      for (let i = 0; i < width; i++) sums[to + i]! += rows[from + i]!;
    }
  }
}
