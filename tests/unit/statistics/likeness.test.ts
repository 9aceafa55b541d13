import { describe, expect, test } from "vitest";
import { errorConsistency } from "@/server/statistics/error-consistency";
import { interleaving } from "@/server/statistics/interleaving";
import { minHashBands } from "@/server/statistics/min-hash-bands";
import { seededRandom } from "@/server/statistics/seeded-random";

describe("error consistency", () => {
  test("is Cohen's kappa: a worked example of two raters, 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no, gives 0.4", () => {
    // https://en.wikipedia.org/wiki/Cohen%27s_kappa, "Simple example"
    const found = errorConsistency({ images: 50, errors: [25, 30], both: 20 });
    expect(found.agreeing).toBe(35);
    expect(found.expected).toBeCloseTo(0.5, 12);
    expect(found.kappa).toBeCloseTo(0.4, 12);
  });

  test("is 1 for the same errors and 0 for as many common errors as chance gives", () => {
    expect(errorConsistency({ images: 100, errors: [20, 20], both: 20 }).kappa).toBe(1);
    expect(errorConsistency({ images: 100, errors: [20, 50], both: 10 }).kappa).toBeCloseTo(0, 12);
    expect(errorConsistency({ images: 100, errors: [0, 0], both: 0 }).kappa).toBe(1);
  });
});

describe("interleaving", () => {
  test("is the z of the runs test: strict turns of 5 and 5 have 10 runs where 6 are expected, sd 1.4907", () => {
    const found = interleaving([1, 3, 5, 7, 9], [2, 4, 6, 8, 10]);
    expect(found).toBeCloseTo((10 - 6) / Math.sqrt(20 / 9), 10);
  });

  test("is negative for one after the other, and says nothing of a single time", () => {
    expect(interleaving([1, 2, 3], [4, 5, 6])).toBeLessThan(-1);
    expect(interleaving([1], [2, 3])).toBeNull();
  });
});

describe("bands of a set", () => {
  const random = seededRandom(5);
  const shareABand = (jaccard: number) => {
    let found = 0;
    for (let trial = 0; trial < 200; trial++) {
      // |A and B| = s, |A| = |B| = 400: s / (800 - s) = jaccard
      const common = Math.round((800 * jaccard) / (1 + jaccard));
      const draw = (length: number) => Array.from({ length }, () => random.uint32() >>> 1);
      const shared = draw(common);
      const of = (own: number[]) => minHashBands({ members: [...shared, ...own], salt: trial });
      const [first, second] = [of(draw(400 - common)), of(draw(400 - common))];
      if (first.some((key, i) => key === second[i])) found += 1;
    }
    return found / 200;
  };

  test.each([
    [0.9, 1 - (1 - 0.9 ** 8) ** 14],
    [0.8, 1 - (1 - 0.8 ** 8) ** 14],
    [0.5, 1 - (1 - 0.5 ** 8) ** 14],
  ])("of Jaccard similarity %s share one with probability %s", (jaccard, probability) => {
    const error = Math.sqrt((probability * (1 - probability)) / 200);
    expect(Math.abs(shareABand(jaccard) - probability)).toBeLessThan(4 * error + 0.01);
  });

  test("do not depend on the order of members, and share nothing under another salt", () => {
    const keys = minHashBands({ members: [5, 9, 1], salt: 1 });
    expect(minHashBands({ members: [1, 5, 9], salt: 1 })).toEqual(keys);
    expect(minHashBands({ members: [1, 5, 9], salt: 2 }).filter((key) => keys.includes(key))).toEqual([]);
    expect(minHashBands({ members: [], salt: 1 })).toEqual([]);
    expect(keys.every(Number.isSafeInteger)).toBe(true);
  });
});
