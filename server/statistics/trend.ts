import { bootstrapFit } from "./bootstrap-fit";
import { checkedFraction } from "./checked-fraction";
import type { Interval } from "./clopper-pearson";
import { familyMembers } from "./families/family-members";
import { type Line, linearFit, type NoLine } from "./linear-fit";
import { type Scale, type ScaleName, scales } from "./scale";

/** A model's two accuracies, fractions; `inFit: false` excludes it from the line, and models of one `family` are resampled together. */
export type TrendModel = {
  name: string;
  original: number;
  new: number;
  inFit?: boolean;
  family?: string | null;
};

/** The line at one original accuracy and its interval there, fractions. */
type BandPoint = { x: number; line: number; lower: number | null; upper: number | null };

/** A model relative to the line: new accuracy minus the line (a fraction), and why it is not in the fit. */
type TrendPoint = {
  name: string;
  residual: number | null;
  excluded: null | "zero_or_one" | "not_in_fit";
};

/**
 * The line of new over original accuracy. Slope, intercept, r2 and residualSd are in the scale's units; band and residuals are
 * fractions. Two models give a line without intervals; without a line, everything is null and `reason` says why.
 */
export type Trend = {
  models: number;
  /** How many families the models are resampled as, models of none counting as one each; absent where nobody declared one. */
  families?: number;
  slope: number | null;
  intercept: number | null;
  r2: number | null;
  residualSd: number | null;
  slopeInterval: Interval | null;
  interceptInterval: Interval | null;
  droppedResamples: number | null;
  band: BandPoint[] | null;
  points: TrendPoint[];
  reason?: NoLine["reason"];
};

export type TrendOptions = {
  scale?: ScaleName;
  /** Pairs-bootstrap resamples (100,000); 0 gives the line alone, at once. */
  resamples?: number;
  seed?: number;
  /** Original accuracies (fractions) at which to give the band; by default 50 over the range of the fitted models. */
  grid?: readonly number[];
  level?: number;
};

const isInside = (fraction: number) => fraction > 0 && fraction < 1;

function exclusion(model: TrendModel, scale: ScaleName): TrendPoint["excluded"] {
  const finite = scale === "linear" || (isInside(model.original) && isInside(model.new));
  if (!finite) return "zero_or_one";
  return model.inFit === false ? "not_in_fit" : null;
}

function evenGrid(models: readonly TrendModel[]): number[] {
  const low = models.reduce((least, model) => Math.min(least, model.original), 1);
  const high = models.reduce((most, model) => Math.max(most, model.original), 0);
  return Array.from({ length: 50 }, (_, i) => low + ((high - low) * i) / 49);
}

/**
 * The trend of new over original accuracy: ordinary least squares in the chosen scale, pairs-bootstrap percentile intervals and
 * band. An accuracy of 0 or 1 has no coordinate in logit or probit: the model is left out and marked.
 * @throws StatisticsError for an accuracy or a grid point that is not a fraction
 */
export function trend(models: readonly TrendModel[], options: TrendOptions = {}): Trend {
  const { scale: name = "linear", resamples = 100_000, seed = 1, level = 0.95 } = options;
  for (const model of models) [model.original, model.new].forEach(checkedFraction);
  options.grid?.forEach(checkedFraction);
  const scale: Scale = scales[name];
  const excluded = models.map((model) => exclusion(model, name));
  const fitted = models.filter((_, i) => excluded[i] === null);
  const x = fitted.map((model) => scale.forward(model.original));
  const y = fitted.map((model) => scale.forward(model.new));
  const line = linearFit(x, y);
  if ("reason" in line) return noTrend(line, models, excluded);

  const at = (original: number) => scale.back(line.intercept + line.slope * scale.forward(original));
  const grid = options.grid ?? evenGrid(fitted);
  const members = familyMembers(fitted.map(({ family }) => family));
  const bootstrap =
    line.models > 2 && resamples > 0
      ? bootstrapFit({ x, y, members, grid: grid.map(scale.forward), resamples, seed, level })
      : null;
  return {
    ...summary(line),
    ...(members && { families: members.length }),
    slopeInterval: bootstrap?.slope ?? null,
    interceptInterval: bootstrap?.intercept ?? null,
    droppedResamples: bootstrap?.dropped ?? null,
    band: grid.map((place, i) => {
      const interval = bootstrap?.band[i];
      return {
        x: place,
        line: at(place),
        lower: interval ? scale.back(interval.lower) : null,
        upper: interval ? scale.back(interval.upper) : null,
      };
    }),
    points: models.map((model, i) => ({
      name: model.name,
      residual: excluded[i] === "zero_or_one" ? null : model.new - at(model.original),
      excluded: excluded[i]!,
    })),
  };
}

const summary = ({ models, slope, intercept, r2, residualSd }: Line) => ({
  models,
  slope,
  intercept,
  r2,
  residualSd,
});

function noTrend(line: NoLine, models: readonly TrendModel[], excluded: TrendPoint["excluded"][]): Trend {
  return {
    models: line.models,
    slope: null,
    intercept: null,
    r2: null,
    residualSd: null,
    slopeInterval: null,
    interceptInterval: null,
    droppedResamples: null,
    band: null,
    points: models.map(({ name }, i) => ({ name, residual: null, excluded: excluded[i]! })),
    reason: line.reason,
  };
}
