import { centralInterval } from "./central-interval";
import type { SeededRandom } from "./seeded-random";
import { StatisticsError } from "./statistics-error";

/** For each image of a part, the share of models that have it right. */
export type PartRates = { guarded: Float64Array; audit: Float64Array };

export type AdaptivityWindow = {
  /** Times of the window's first and last submission, ISO 8601. */
  from: string;
  to: string;
  submissions: number;
  /** How many of them the rates are based on. */
  sampled: number;
  rates: PartRates;
};

/** Guarded minus audit accuracy, less the same for the references, with its interval: fractions. */
type AdaptivityDifference = { difference: number; lower: number; upper: number };

export type AdaptivityResult = {
  images: { guarded: number; audit: number };
  references: number;
  resamples: number;
  level: number;
  windows: (Omit<AdaptivityWindow, "rates"> & AdaptivityDifference)[];
  /** Over all windows, each weighted by its submissions. */
  overall: AdaptivityDifference;
};

/**
 * Adaptivity to a hidden set: how much better entries do on the guarded part, which gives answers, than on the audit part, which
 * never does; less the same difference for models that were never submitted, which is the luck of the split. The interval is a
 * percentile bootstrap over images, with the same resampled images for all windows: entries share images, so averaging them as if
 * they were independent would understate the error. Stratified by part (Davison and Hinkley 1997, section 3.2).
 * @param references null if there are none: the luck of the split then stays in the difference and its interval
 */
export function adaptivity({
  windows,
  references,
  resamples,
  random,
  level = 0.95,
}: {
  windows: readonly AdaptivityWindow[];
  references: { models: number; rates: PartRates } | null;
  resamples: number;
  random: SeededRandom;
  level?: number;
}): AdaptivityResult {
  const first = windows[0];
  if (!first) throw new StatisticsError("there is no submission to measure");
  const weights = windows.map(({ submissions }) => submissions);
  const parts = (["guarded", "audit"] as const).map((part) => ({
    excess: excessByImage(windows, references, part),
    images: first.rates[part].length,
  }));
  const [guarded, audit] = parts as [Part, Part];
  const columns = windows.length;
  const observed = differenceOf(meansOf(guarded, columns), meansOf(audit, columns));
  const drawn = Array.from({ length: columns + 1 }, () => new Float64Array(resamples));
  for (let i = 0; i < resamples; i++) {
    const difference = differenceOf(
      resampledMeans(guarded, columns, random),
      resampledMeans(audit, columns, random),
    );
    for (let window = 0; window < columns; window++) drawn[window]![i] = difference[window]!;
    drawn[columns]![i] = weighed(difference, weights);
  }
  const interval = (column: number) => centralInterval(drawn[column]!, level);
  return {
    images: { guarded: guarded.images, audit: audit.images },
    references: references?.models ?? 0,
    resamples,
    level,
    windows: windows.map(({ from, to, submissions, sampled }, i) => ({
      from,
      to,
      submissions,
      sampled,
      difference: observed[i]!,
      ...interval(i),
    })),
    overall: { difference: weighed(observed, weights), ...interval(columns) },
  };
}

/** `excess` has one number per image and window: the entries' rate less the references'. */
type Part = { excess: Float64Array; images: number };

function excessByImage(
  windows: readonly AdaptivityWindow[],
  references: { rates: PartRates } | null,
  part: "guarded" | "audit",
): Float64Array {
  const images = windows[0]!.rates[part].length;
  if (images === 0) throw new StatisticsError(`the ${part} part has no images`);
  const columns = windows.length;
  const excess = new Float64Array(images * columns);
  for (const [window, { rates }] of windows.entries()) {
    for (let image = 0; image < images; image++) {
      excess[image * columns + window] = rates[part][image]! - (references?.rates[part][image] ?? 0);
    }
  }
  return excess;
}

function meansOf({ excess, images }: Part, columns: number): Float64Array {
  const means = new Float64Array(columns);
  for (let at = 0; at < excess.length; at++) means[at % columns]! += excess[at]! / images;
  return means;
}

function resampledMeans({ excess, images }: Part, columns: number, random: SeededRandom): Float64Array {
  const means = new Float64Array(columns);
  for (let draw = 0; draw < images; draw++) {
    const at = Math.floor((random.uint32() / 2 ** 32) * images) * columns;
    for (let window = 0; window < columns; window++) means[window]! += excess[at + window]!;
  }
  for (let window = 0; window < columns; window++) means[window]! /= images;
  return means;
}

const differenceOf = (guarded: Float64Array, audit: Float64Array) =>
  guarded.map((mean, i) => mean - audit[i]!);

function weighed(values: Float64Array, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total;
}
