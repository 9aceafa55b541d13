import { expect, test } from "vitest";
import { solvePositiveDefinite } from "@/server/shapes/solve-positive-definite";

/** The matrix min(i, j), i and j from 1: positive definite, its inverse tridiagonal. */
const minimum = (size: number) =>
  Float64Array.from({ length: size * size }, (_, at) => 1 + Math.min(Math.floor(at / size), at % size));

test.each([4, 64, 132])("solves min(i, j) x = row sums with x = 1 at size %i", (size) => {
  const sums = Float64Array.from({ length: size }, (_, i) => ((i + 1) * (2 * size - i)) / 2);
  solvePositiveDefinite(minimum(size), size, sums);
  for (const value of sums) expect(value).toBeCloseTo(1, 8);
});

test("solves for several right-hand sides at once", () => {
  const sides = Float64Array.of(1, 1, 1, 1, 0, 0, 0, 1);
  solvePositiveDefinite(minimum(4), 4, sides);
  const expected = [1, 0, 0, 0, 0, 0, -1, 1];
  for (const [i, value] of expected.entries()) expect(sides[i]).toBeCloseTo(value, 12);
});

test("a matrix that is not positive definite is refused", () => {
  const matrix = Float64Array.of(1, 2, 0, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  expect(() => solvePositiveDefinite(matrix, 4, new Float64Array(4))).toThrow(RangeError);
});
