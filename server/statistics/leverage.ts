import type { Line } from "./linear-fit";

/**
 * The leverage of a place x on a fitted line, `1/n + (x - mean)^2 / Sxx`: the variance of the line there in units of the
 * residual variance (Weisberg, Applied Linear Regression, chapter 2).
 */
export function leverage(line: Line, x: number): number {
  return 1 / line.models + (x - line.meanX) ** 2 / line.sxx;
}
