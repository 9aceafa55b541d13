import type { Verdict } from "@/server/leaderboards/schemas/figure-schema";
import { counted } from "../numbers/count";
import { percent, points, pointsInterval } from "../numbers/percent";
import { slopeInterval } from "./describe-line";

/** Below this an unchanged set would be seen to flatten the line. */
const noticed = 0.99;

/**
 * The verdict on a test set, one for all scales, a sentence or two each: on the slope, on what that does not show, and on the average
 * change. A slope is told apart from one, and a set is harder or easier, only by an interval over models and images.
 */
export function verdictWords(verdict: Verdict): string[] {
  const { fit } = verdict;
  if (fit.reason === "too_few_models")
    return ["A line needs at least two reference models; there are not enough yet."];
  if (fit.reason === "no_spread")
    return ["All reference models have the same original accuracy, so no line can be fitted."];
  return [onSlope(verdict), onConstantShift(verdict), onAttenuation(verdict), onChange(verdict)].filter(
    (words) => words !== "",
  );
}

function onSlope({ scale, fit }: Verdict): string {
  if (!fit.overImages) {
    if (fit.pending) return "The uncertainty of the line is being computed.";
    return fit.models < 3
      ? "There are too few models to tell how certain the line is."
      : "How many images the published accuracies were counted over is not known, so there is no interval over images and no verdict on the slope.";
  }
  const { both, reliable } = fit.overImages;
  const { lower, upper } = both.slope;
  const judged = `Judged on the ${scale} scale, over models and images, the slope is ${fit.slope!.toFixed(2)} ${slopeInterval(both.slope)}`;
  if (!reliable)
    return `${judged}, an interval not to be relied on: too many accuracies are within half an image of 0 or 1.`;
  if (lower > 1)
    return `${judged}, above one: the better a model on the original set, the less it loses. That does not look like wear of the original set.`;
  if (upper < 0) return `${judged}, below zero: gains on the original set are losses on the new one.`;
  if (lower <= 0) return `${judged}, not told apart from zero: gains on the original set may not carry over.`;
  if (upper < 1) return `${judged}, below one.`;
  return `${judged}, not told apart from one.`;
}

/** A slope below one is what a harder set gives on some scales, so it is set beside that. */
function onConstantShift({ fit, constantShiftSlope }: Verdict): string {
  const slope = fit.overImages?.both.slope;
  if (!slope || constantShiftSlope === null || slope.lower <= 0) return "";
  const shift = `If the probit of every model had fallen by one constant, enough for the same average change, the slope would be ${constantShiftSlope.toFixed(2)}`;
  const isInside = slope.lower <= constantShiftSlope && constantShiftSlope <= slope.upper;
  if (isInside && slope.upper < 1)
    return `${shift}, which the interval contains: this slope by itself is no sign of wear of the original set.`;
  if (isInside) return `${shift}, which the interval contains.`;
  if (slope.upper < constantShiftSlope && slope.upper < 1)
    return `${shift}, and the interval lies below it: better models lose more than such a drop explains. Wear of the original set would look like this, and so would images on which the better models are less ahead.`;
  return `${shift}, which the interval does not contain.`;
}

function onAttenuation({ fit }: Verdict): string {
  const attenuation = fit.overImages?.attenuation ?? 1;
  if (attenuation >= noticed) return "";
  return `With so few original images, a set that has not changed would give a slope of ${attenuation.toFixed(3)} on average.`;
}

function onChange({ fit: { change } }: Verdict): string {
  if (!change) return "";
  const interval = `${points(change.mean)} points ${pointsInterval(change.interval)} on average over ${counted(change.models, "model")}`;
  return {
    harder: `The new set is harder: ${interval}.`,
    easier: `The new set is easier: ${interval}.`,
    not_told_apart: `The new set is not told apart from the original one in difficulty: ${interval}.`,
  }[change.verdict];
}

/** Where the marked models were compared: "reference models from 56.5 % to 82.9 %". */
export const rangeText = ({ lower, upper }: { lower: number; upper: number }): string =>
  `${percent(lower)} % to ${percent(upper)} %`;
