import { constantShiftSlope } from "../../statistics/constant-shift";
import { curvature } from "../../statistics/curvature";
import { familyMembers } from "../../statistics/families/family-members";
import { leaveFamilyOutError } from "../../statistics/families/leave-family-out-error";
import { leaveOneOutError } from "../../statistics/leave-one-out-error";
import { linearFit } from "../../statistics/linear-fit";
import { type ScaleName, scales } from "../../statistics/scale";
import type { Point } from "../load-points";
import type { LineShape, Verdict } from "../schemas/figure-schema";
import { scaleSchema } from "../schemas/fit-schema";

type Pair = { original: number; new: number; inFit: boolean; family: string | null };

/** What can be told of the reference models' line without drawing anything at random. */
export type LineFacts = Pick<Verdict, "constantShiftSlope" | "range"> & { shapes: LineShape[] };

/** Of points that are cached anyway: a thousand models need not be looked through for every view. */
const known = new WeakMap<readonly Point[], Map<ScaleName, LineFacts>>();

/** The shape of the line on each scale, and what a constant drop would do to its slope on the one judged on. */
export function lineFacts(points: readonly Point[], judged: ScaleName): LineFacts {
  const ofPoints = known.get(points) ?? new Map<ScaleName, LineFacts>();
  known.set(points, ofPoints);
  const facts = ofPoints.get(judged) ?? findFacts(points, judged);
  ofPoints.set(judged, facts);
  return facts;
}

function findFacts(points: readonly Point[], judged: ScaleName): LineFacts {
  const pairs = points.flatMap(({ kind, original, new: fresh, notInFit, family }) =>
    kind === "reference" && original && fresh
      ? [{ original: original.accuracy, new: fresh.accuracy, inFit: notInFit === null, family }]
      : [],
  );
  const fitted = finite(pairs, judged).filter((pair) => pair.inFit);
  const inside = finite(fitted, "probit");
  const original = inside.map((pair) => pair.original);
  const change = inside.reduce((sum, pair) => sum + (pair.new - pair.original) / inside.length, 0);
  return {
    constantShiftSlope:
      inside.length < 2
        ? null
        : constantShiftSlope({ original, change, shifted: scales.probit, judged: scales[judged] }),
    range:
      fitted.length === 0
        ? null
        : {
            lower: fitted.reduce((least, pair) => Math.min(least, pair.original), 1),
            upper: fitted.reduce((most, pair) => Math.max(most, pair.original), 0),
          },
    shapes: scaleSchema.options.map((scale) => shapeOn(scale, pairs)),
  };
}

function shapeOn(name: ScaleName, pairs: readonly Pair[]): LineShape {
  const scale = scales[name];
  const all = finite(pairs, name);
  const fitted = all.filter((pair) => pair.inFit);
  const coordinates = (of: readonly Pair[], side: "original" | "new") =>
    of.map((pair) => scale.forward(pair[side]));
  const wider = linearFit(coordinates(all, "original"), coordinates(all, "new"));
  const accuracies = (side: "original" | "new") => fitted.map((pair) => pair[side]);
  const members = familyMembers(fitted.map(({ family }) => family));
  return {
    scale: name,
    curvature: curvature(coordinates(fitted, "original"), coordinates(fitted, "new")),
    leaveOneOutError: members
      ? leaveFamilyOutError(accuracies("original"), accuracies("new"), members, scale)
      : leaveOneOutError(accuracies("original"), accuracies("new"), scale),
    withExcluded:
      all.length === fitted.length || "reason" in wider
        ? null
        : { models: wider.models, slope: wider.slope, intercept: wider.intercept },
  };
}

const isInside = (accuracy: number) => accuracy > 0 && accuracy < 1;

function finite(pairs: readonly Pair[], scale: ScaleName): readonly Pair[] {
  if (scale === "linear") return pairs;
  return pairs.filter((pair) => isInside(pair.original) && isInside(pair.new));
}
