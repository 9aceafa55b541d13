import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { withMinus } from "../numbers/percent";

const axisNames = {
  linear: { x: "original", y: "new" },
  logit: { x: "logit(original)", y: "logit(new)" },
  probit: { x: "probit(original)", y: "probit(new)" },
} as const;

/** Intercepts are points on the linear scale, as the paper prints them, and the scale's own units elsewhere. */
const interceptText = (scale: FitView["scale"], value: number) =>
  scale === "linear" ? (100 * value).toFixed(1) : value.toFixed(2);

/** The fitted line as the paper prints it: "new = 1.11 × original − 20.3"; null where there is none. */
export function equationText({ scale, slope, intercept }: FitView): string | null {
  if (slope === null || intercept === null) return null;
  const { x, y } = axisNames[scale];
  const sign = intercept < 0 ? "−" : "+";
  return `${y} = ${withMinus(slope.toFixed(2))} × ${x} ${sign} ${interceptText(scale, Math.abs(intercept))}`;
}

/** Both intervals of the line: "slope [1.08, 1.19], intercept [−26.3, −17.9]"; null where there are none. */
export function intervalsText({ scale, slopeInterval, interceptInterval }: FitView): string | null {
  if (!slopeInterval || !interceptInterval) return null;
  const slopes = [slopeInterval.lower, slopeInterval.upper].map((value) => withMinus(value.toFixed(2)));
  const intercepts = [interceptInterval.lower, interceptInterval.upper].map((value) =>
    withMinus(interceptText(scale, value)),
  );
  return `slope [${slopes.join(", ")}], intercept [${intercepts.join(", ")}]`;
}

/**
 * What the line means, in a sentence or two. Only what the slope's interval says counts as a difference from one.
 * @param change average change from original to new accuracy, a fraction
 */
export function meaningOfLine(fit: FitView, change: number | null): string {
  if (fit.reason === "too_few_models")
    return "A line needs two reference models at least; there are not enough yet.";
  if (fit.reason === "no_spread")
    return "All reference models have the same original accuracy: no line can be told.";
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
      ? "How sure the line is, is being computed."
      : `How sure the line is, cannot be told from so few models.${harder}`;
  }
  const { lower, upper } = fit.slopeInterval;
  if (lower > 1) {
    return `A slope above one: each ${unit} gained on the original set brings more than a ${unit} on the new one. Of wearing the original set out it shows no sign.${harder}`;
  }
  if (upper < 0) return `A slope below zero: what gains on the original set loses on the new one.${harder}`;
  if (lower <= 0)
    return `The slope cannot be told apart from zero: gains on the original set may not carry over.${harder}`;
  if (upper < 1) {
    return `A slope below one: a ${unit} gained on the original set brings less than a ${unit} on the new one.${harder}`;
  }
  return `The slope cannot be told apart from one: a ${unit} gained on the original set brings about a ${unit} on the new one.${harder}`;
}
