import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { withMinus } from "../numbers/percent";

const axisNames = {
  linear: { x: "original", y: "new" },
  logit: { x: "logit(original)", y: "logit(new)" },
  probit: { x: "probit(original)", y: "probit(new)" },
} as const;

/** On the linear scale intercepts are in points, as in the paper, elsewhere in the units of the scale. */
const interceptText = (scale: FitView["scale"], value: number) =>
  scale === "linear" ? (100 * value).toFixed(1) : value.toFixed(2);

/** The fitted line as in the paper: "new = 1.11 × original − 20.3"; null where there is none. */
export function equationText({ scale, slope, intercept }: FitView): string | null {
  if (slope === null || intercept === null) return null;
  const { x, y } = axisNames[scale];
  const sign = intercept < 0 ? "−" : "+";
  return `${y} = ${withMinus(slope.toFixed(2))} × ${x} ${sign} ${interceptText(scale, Math.abs(intercept))}`;
}

/** The intervals of slope and intercept: "slope [1.08, 1.19], intercept [−26.3, −17.9]"; null where there are none. */
export function intervalsText({ scale, slopeInterval, interceptInterval }: FitView): string | null {
  if (!slopeInterval || !interceptInterval) return null;
  const slopes = [slopeInterval.lower, slopeInterval.upper].map((value) => withMinus(value.toFixed(2)));
  const intercepts = [interceptInterval.lower, interceptInterval.upper].map((value) =>
    withMinus(interceptText(scale, value)),
  );
  return `slope [${slopes.join(", ")}], intercept [${intercepts.join(", ")}]`;
}

/**
 * What the line means, in a sentence or two. The slope differs from one only if its interval excludes one.
 * @param change average change from original to new accuracy, a fraction
 */
export function meaningOfLine(fit: FitView, change: number | null): string {
  if (fit.reason === "too_few_models")
    return "A line needs at least two reference models; there are not enough yet.";
  if (fit.reason === "no_spread")
    return "All reference models have the same original accuracy, so no line can be fitted.";
  const unit = fit.scale === "linear" ? "point" : "step";
  const harder =
    change === null
      ? ""
      : change < -0.005
        ? " The new set is harder."
        : change > 0.005
          ? " The new set is easier."
          : "";
  if (!fit.slopeInterval) {
    return fit.pending
      ? "The uncertainty of the line is being computed."
      : `There are too few models to tell how certain the line is.${harder}`;
  }
  const { lower, upper } = fit.slopeInterval;
  if (lower > 1) {
    return `The slope is above one: each ${unit} gained on the original set brings more than a ${unit} on the new one. This does not look like wear of the original set.${harder}`;
  }
  if (upper < 0)
    return `The slope is below zero: gains on the original set are losses on the new one.${harder}`;
  if (lower <= 0)
    return `The slope cannot be distinguished from zero: gains on the original set may not carry over.${harder}`;
  if (upper < 1) {
    return `The slope is below one: each ${unit} gained on the original set brings less than a ${unit} on the new one.${harder}`;
  }
  return `The slope cannot be distinguished from one: each ${unit} gained on the original set brings about a ${unit} on the new one.${harder}`;
}
