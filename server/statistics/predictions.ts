import { type MeasuredModel, type Prediction, samplingVariance } from "./deviation";
import { leverage } from "./leverage";
import { linearFit, type NoLine } from "./linear-fit";
import type { Scale } from "./scale";
import { studentTQuantile } from "./student-t-quantile";

/** The line's prediction for a model it was not fitted to, and for a fitted one (by its place) with that model left out. */
export type Predictions = {
  ofNew: (model: Pick<MeasuredModel, "original">) => Prediction | null;
  leftOut: (index: number) => Prediction | null;
};

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/**
 * Fits the line once and predicts each model without itself by the deletion formulas of Cook and Weisberg (Residuals and
 * Influence in Regression, 1982, section 2.2), which equal a refit. A prediction is null if too few models remain for a residual
 * variance, or if the remaining ones have no spread.
 * @param models those in the fit, accuracies finite in the scale
 * @param level of the predictions' critical t
 */
export function predictions(
  models: readonly MeasuredModel[],
  scale: Scale,
  level: number,
): Predictions | NoLine {
  const x = models.map((model) => scale.forward(model.original.accuracy));
  const y = models.map((model) => scale.forward(model.new.accuracy));
  const line = linearFit(x, y);
  if ("reason" in line) return line;
  const newNoise = models.map((model) => samplingVariance(model.new, scale));
  const originalNoise = models.map((model) => samplingVariance(model.original, scale));
  const count = line.models;
  const [allNewNoise, allOriginalNoise] = [sum(newNoise), sum(originalNoise)];

  const criticalT = [2, 3].map((lost) => (count > lost ? studentTQuantile(level, count - lost) : Infinity));

  const ofNew = (model: Pick<MeasuredModel, "original">): Prediction | null => {
    if (count < 3) return null;
    const place = scale.forward(model.original.accuracy);
    return {
      line: line.intercept + line.slope * place,
      slope: line.slope,
      variance: (line.sse / (count - 2)) * (1 + leverage(line, place)),
      degreesOfFreedom: count - 2,
      criticalT: criticalT[0]!,
      newNoise: allNewNoise / count,
      originalNoise: allOriginalNoise / count,
    };
  };

  const leftOut = (index: number): Prediction | null => {
    const free = 1 - leverage(line, x[index]!);
    if (count < 4 || free < 1e-9) return null;
    const residual = y[index]! - line.intercept - line.slope * x[index]!;
    const sse = Math.max(0, line.sse - residual ** 2 / free);
    return {
      line: y[index]! - residual / free,
      slope: line.slope - ((x[index]! - line.meanX) * residual) / (line.sxx * free),
      variance: sse / (count - 3) / free,
      degreesOfFreedom: count - 3,
      criticalT: criticalT[1]!,
      newNoise: (allNewNoise - newNoise[index]!) / (count - 1),
      originalNoise: (allOriginalNoise - originalNoise[index]!) / (count - 1),
    };
  };
  return { ofNew, leftOut };
}
