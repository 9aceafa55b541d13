import { leverage } from "./leverage";
import { linearFit } from "./linear-fit";
import type { Scale } from "./scale";

/**
 * The root mean square, over models, of the new accuracy less what the line fitted without the model predicts for it (PRESS; Allen
 * 1974): a fraction, so that scales can be compared.
 * @param original, fresh accuracies of the models of the fit, fractions
 * @returns null for fewer than three models, or without a line
 */
export function leaveOneOutError(
  original: ArrayLike<number>,
  fresh: ArrayLike<number>,
  scale: Scale,
): number | null {
  const x = Float64Array.from(original, scale.forward);
  const y = Float64Array.from(fresh, scale.forward);
  const line = linearFit(x, y);
  if (x.length < 3 || "reason" in line) return null;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const residual = y[i]! - line.intercept - line.slope * x[i]!;
    const predicted = y[i]! - residual / (1 - leverage(line, x[i]!));
    sum += (fresh[i]! - scale.back(predicted)) ** 2;
  }
  return Math.sqrt(sum / x.length);
}
