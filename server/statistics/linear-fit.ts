/** A least-squares line: `slope`, `intercept` and `residualSd` in the units of the data given. */
export type Line = {
  models: number;
  slope: number;
  intercept: number;
  /** Null if y does not vary. */
  r2: number | null;
  /** Residual standard deviation with n - 2 degrees of freedom; null for two models. */
  residualSd: number | null;
  meanX: number;
  /** Sum of squared deviations of x from its mean. */
  sxx: number;
  /** Sum of squared residuals. */
  sse: number;
};

/** Why there is no line: fewer than two models, or all at the same x. */
export type NoLine = { models: number; reason: "too_few_models" | "no_spread" };

const mean = (values: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
};

/**
 * Ordinary least squares of y on x from centred sums, which stay accurate where raw sums of squares cancel.
 * @param x, y coordinates of equal length, finite
 * @returns the line, or why there is none
 */
export function linearFit(x: ArrayLike<number>, y: ArrayLike<number>): Line | NoLine {
  const models = x.length;
  if (models < 2) return { models, reason: "too_few_models" };
  const meanX = mean(x);
  const meanY = mean(y);
  let [sxx, sxy, syy, largest] = [0, 0, 0, 0];
  for (let i = 0; i < models; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
    largest = Math.max(largest, Math.abs(x[i]!));
  }
  if (sxx <= models * (1e-12 * largest) ** 2) return { models, reason: "no_spread" };
  const slope = sxy / sxx;
  let sse = 0;
  for (let i = 0; i < models; i++) sse += (y[i]! - meanY - slope * (x[i]! - meanX)) ** 2;
  return {
    models,
    slope,
    intercept: meanY - slope * meanX,
    r2: syy > 0 ? 1 - sse / syy : null,
    residualSd: models > 2 ? Math.sqrt(sse / (models - 2)) : null,
    meanX,
    sxx,
    sse,
  };
}
