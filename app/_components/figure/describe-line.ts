import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { withMinus } from "../numbers/percent";

type Interval = { lower: number; upper: number };
type Equation = Pick<FitView, "scale" | "slope" | "intercept">;

const axisNames = {
  linear: { x: "original", y: "new" },
  logit: { x: "logit(original)", y: "logit(new)" },
  probit: { x: "probit(original)", y: "probit(new)" },
} as const;

/** On the linear scale intercepts are in points, as in the paper, elsewhere in the units of the scale. */
const interceptText = (scale: FitView["scale"], value: number) =>
  scale === "linear" ? (100 * value).toFixed(1) : value.toFixed(2);

/** The fitted line as in the paper: "new = 1.11 × original − 20.3"; null where there is none. */
export function equationText({ scale, slope, intercept }: Equation): string | null {
  if (slope === null || intercept === null) return null;
  const { x, y } = axisNames[scale];
  const sign = intercept < 0 ? "−" : "+";
  return `${y} = ${withMinus(slope.toFixed(2))} × ${x} ${sign} ${interceptText(scale, Math.abs(intercept))}`;
}

/** An interval of slopes: "[1.08, 1.19]". */
export const slopeInterval = ({ lower, upper }: Interval): string =>
  `[${[lower, upper].map((value) => withMinus(value.toFixed(2))).join(", ")}]`;

/** Intervals of slope and intercept in words, by what was resampled; none where there are none. */
export function intervalTexts(
  fit: Pick<FitView, "scale" | "slopeInterval" | "interceptInterval" | "overImages">,
): { over: string; slope: string; intercept: string }[] {
  const { scale, slopeInterval: slope, interceptInterval: intercept, overImages } = fit;
  const text = (over: string, found: { slope: Interval; intercept: Interval }) => {
    const ends = [found.intercept.lower, found.intercept.upper].map((value) =>
      withMinus(interceptText(scale, value)),
    );
    return { over, slope: slopeInterval(found.slope), intercept: `[${ends.join(", ")}]` };
  };
  if (!slope || !intercept) return [];
  return [
    ...(overImages ? [text("models and images", overImages.both), text("images", overImages.images)] : []),
    text("models", { slope, intercept }),
  ];
}

/** What the images' part of an interval rests on, in a sentence. */
export function sourceText(source: NonNullable<FitView["overImages"]>["source"]): string {
  return {
    outcomes: "The images' part is known from the models' answers, image by image.",
    hidden_outcomes:
      "Over models and images, the interval comes from the models' answers to the hidden images and is rounded outward, so that it tells little of them; that over images alone assumes an error correlation of .66 at equal accuracy.",
    counts:
      "The images' part assumes an error correlation of .66 at equal accuracy, fitted on the paper's models.",
  }[source];
}
