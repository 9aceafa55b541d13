import type { Interval } from "../statistics/clopper-pearson";
import { linearFit } from "../statistics/linear-fit";
import { type TrendModel, trend } from "../statistics/trend";
import type { Cause, Compared } from "./causes";
import { measured } from "./measured";
import { paperModels } from "./models";
import { type LineCells, lineColumns, printedLines } from "./printed/lines";
import { type PaperBenchmark, paperTestSets } from "./test-sets";

/** A line of ours, as printed ones are: slope with two digits, intercept in points with one. */
interface OurLine {
  models: number;
  cells: LineCells;
}

/** A line of the paper beside ours; `other` is ours of other models, `reach` that of the line when any one model is left out. */
export interface ComparedLine {
  models: number;
  cells: Record<keyof LineCells, Compared>;
  other: OurLine;
  reach: { slope: Interval; intercept: Interval };
}

const why: Record<PaperBenchmark, Cause> = { "cifar-10": "autoaugment", imagenet: "notKnown" };

/**
 * The paper's line beside the one through its models with known results, both with 95 % intervals over models. The other line is, on
 * ImageNet, that with the Fisher vectors, which the paper leaves out; on CIFAR-10 that of the released predictions alone.
 */
export function compareLine(benchmark: PaperBenchmark): ComparedLine {
  const [original, fresh] = paperTestSets[benchmark];
  const all = paperModels[benchmark]
    .map((model) => ({
      name: model.name,
      original: measured(model, original.name).accuracy,
      new: measured(model, fresh.name).accuracy,
      isFitted: model.notInFit === null,
      isCounted: !measured(model, original.name).isPrinted,
    }))
    // As on the board, where the same seed then gives the same interval.
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const fitted = all.filter(({ isFitted }) => isFitted);
  const here = lineOf(fitted);
  const printed = printedLines[benchmark];
  const cell = (column: keyof LineCells): Compared => ({
    paper: printed[column],
    here: here.cells[column],
    causes: here.cells[column] === printed[column] ? [] : [why[benchmark]],
  });
  const cells = Object.fromEntries(lineColumns.map((column) => [column, cell(column)]));
  return {
    models: here.models,
    cells: cells as ComparedLine["cells"],
    other: lineOf(all.filter(({ isCounted }) => isCounted)),
    reach: reachOf(fitted),
  };
}

function lineOf(models: readonly TrendModel[]): OurLine {
  const found = trend(models, { grid: [] });
  const slope = (value: number) => value.toFixed(2);
  const intercept = (value: number) => (100 * value).toFixed(1);
  return {
    models: found.models,
    cells: {
      slope: slope(found.slope!),
      slopeLower: slope(found.slopeInterval!.lower),
      slopeUpper: slope(found.slopeInterval!.upper),
      intercept: intercept(found.intercept!),
      interceptLower: intercept(found.interceptInterval!.lower),
      interceptUpper: intercept(found.interceptInterval!.upper),
    },
  };
}

/** The least and the greatest slope and intercept (a fraction) when one model is left out. */
function reachOf(models: readonly TrendModel[]): ComparedLine["reach"] {
  const lines = models.map((left) => {
    const rest = models.filter((model) => model !== left);
    const line = linearFit(
      rest.map((model) => model.original),
      rest.map((model) => model.new),
    );
    if ("reason" in line) throw new RangeError("too few models to leave one out");
    return line;
  });
  const range = (key: "slope" | "intercept") => ({
    lower: Math.min(...lines.map((line) => line[key])),
    upper: Math.max(...lines.map((line) => line[key])),
  });
  return { slope: range("slope"), intercept: range("intercept") };
}
