import { linearFit } from "./linear-fit";

/**
 * Student's t of the quadratic term in `y = a + b (x - mean) + c (x - mean)^2`, with n - 3 degrees of freedom: how clearly the models
 * bend away from a line. It takes their scatter as independent, which models that share images have not: a description, no test.
 * @param x, y coordinates of equal length
 * @returns null for fewer than four models, or where they leave no bend to see
 */
export function curvature(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const models = x.length;
  const line = linearFit(x, y);
  if (models < 4 || "reason" in line) return null;
  const square = Float64Array.from(x, (value) => (value - line.meanX) ** 2);
  // Frisch and Waugh 1933: c is the slope of what x leaves of y on what it leaves of the square.
  const bend = linearFit(x, square);
  if ("reason" in bend) return null;
  let [sxx, sxy] = [0, 0];
  for (let i = 0; i < models; i++) {
    const left = square[i]! - bend.intercept - bend.slope * x[i]!;
    sxx += left * left;
    sxy += left * (y[i]! - line.intercept - line.slope * x[i]!);
  }
  if (sxx <= 1e-24 * models) return null;
  const variance = (line.sse - (sxy * sxy) / sxx) / (models - 3);
  return variance > 0 ? sxy / sxx / Math.sqrt(variance / sxx) : null;
}
