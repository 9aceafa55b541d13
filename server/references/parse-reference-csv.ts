import { type Metric, metrics, primaryMetric } from "../evaluation/metric";
import { trainings } from "../evaluation/training";
import { checkedFraction } from "../statistics/checked-fraction";
import { StatisticsError } from "../statistics/statistics-error";
import { parseCsv } from "./parse-csv";
import type { ParsedReferences, SkippedRow } from "./parsed-references";
import { readNumber } from "./read-number";
import type { Reference } from "./reference-schema";

type Result = Reference["results"][number];
type Cells = Readonly<Record<string, string>>;

const facts = [
  "name",
  "source",
  "url",
  "year",
  "parameters",
  "image_size",
  "not_in_fit",
  "training",
  "family",
];
const measures = ["correct", "total", "accuracy", "lower", "upper"] as const;
const sides = ["new", "original"] as const;

const withoutMetric = new RegExp(`^(new|original)_(?!(?:${metrics.join("|")})_)`);

const resultColumns = sides.flatMap((side) =>
  metrics.flatMap((metric) => measures.map((measure) => `${side}_${metric}_${measure}`)),
);

/**
 * Our own format: CSV with a header, one row per model. `name` is required; `source`, `url`, `year`, `parameters`, `image_size`,
 * `not_in_fit` (why it is excluded from the fit), `training` and `family` (of models made alike) are optional facts. Results are counts (`correct` and `total`) or fractions
 * (`accuracy`, with `lower` and `upper` if an interval is printed) on `testSet`; the prefix `top5_` makes them top-5, and
 * `original_` before that makes them results on the original test set (`original_top5_correct`). `original` and `new` alone are
 * accuracies. A row that cannot be used is skipped, with the reason; an empty cell says nothing.
 */
export function parseReferenceCsv(
  text: string,
  testSets: { new: string; original: string | null },
): ParsedReferences | { problem: string } {
  const [header = [], ...rows] = parseCsv(text);
  if (!header.includes("name")) return { problem: 'the first line must name the columns, "name" among them' };
  const columns = header.map((name) => (facts.includes(name) ? name : fullName(name)));
  const twice = columns.find((name, i) => columns.indexOf(name) !== i);
  if (twice !== undefined)
    return { problem: `the column ${header[columns.lastIndexOf(twice)]} occurs twice` };
  const known = new Set([...facts, ...resultColumns]);
  const models = new Map<string, Reference>();
  const skipped: SkippedRow[] = [];
  rows.forEach((row, i) => {
    const cells = Object.fromEntries(columns.map((column, j) => [column, row[j] ?? ""]));
    const key = `${cells.name} ${cells.image_size ?? ""}`;
    try {
      if (models.has(key)) throw new StatisticsError(`${cells.name} occurs twice`);
      models.set(key, readModel(cells, testSets));
    } catch (error) {
      if (!(error instanceof StatisticsError)) throw error;
      skipped.push({ row: i + 1, reason: error.message });
    }
  });
  const unknownColumns = header.filter((_, i) => !known.has(columns[i]!));
  return { models: [...models.values()], skipped, unknownColumns };
}

/** `correct` is `new_top1_correct`; `original` alone is an accuracy, as for `rung fit`. */
function fullName(column: string): string {
  if (column === "new" || column === "original") return `${column}_${primaryMetric}_accuracy`;
  const placed = /^(new|original)_/.test(column) ? column : `new_${column}`;
  return placed.replace(withoutMetric, `$1_${primaryMetric}_`);
}

function readModel(cells: Cells, testSets: { new: string; original: string | null }): Reference {
  if (!cells.name) throw new StatisticsError("name is missing");
  const results = sides.flatMap((side) =>
    metrics.flatMap((metric) => {
      const measured = readResult(cells, side, metric);
      if (!measured) return [];
      const testSet = testSets[side];
      if (testSet === null)
        throw new StatisticsError("it has original results, but there is no original test set");
      return [{ testSet, metric, ...measured }];
    }),
  );
  if (results.length === 0) throw new StatisticsError("it has no result");
  return { name: cells.name, ...readFacts(cells), results };
}

/** Only the facts that have a column: the others stay as they were. */
function readFacts(cells: Cells): Partial<Reference> {
  const text = (column: string) => (cells[column] === undefined ? undefined : cells[column] || null);
  const count = (column: string) => (cells[column] ? readCount(column, cells[column]) : text(column));
  const url = text("url");
  if (url && !URL.canParse(url)) throw new StatisticsError(`url: "${url}" is not an address`);
  const said = {
    source: cells.source,
    url,
    year: count("year"),
    parameters: count("parameters"),
    imageSize: count("image_size"),
    notInFit: text("not_in_fit"),
    training: readTraining(text("training")),
    family: text("family"),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function readTraining(text: string | null | undefined): Reference["training"] {
  const known = trainings.find((group) => group === text);
  if (text && !known) throw new StatisticsError(`training: "${text}" is none of ${trainings.join(", ")}`);
  return known ?? (text as null | undefined);
}

function readResult(cells: Cells, side: (typeof sides)[number], metric: Metric): Partial<Result> | null {
  const cell = (measure: string) => cells[`${side}_${metric}_${measure}`] ?? "";
  if (cell("correct") !== "") {
    const correct = readCount("correct", cell("correct"));
    const total = readCount("total", cell("total") || (cells[`${side}_${primaryMetric}_total`] ?? ""));
    if (total < 1 || correct > total) throw new StatisticsError(`${correct} correct of ${total}`);
    return { correct, total };
  }
  if (cell("accuracy") === "") return null;
  const [lower, upper] = [cell("lower"), cell("upper")];
  const interval =
    lower && upper ? { lower: readFraction("lower", lower), upper: readFraction("upper", upper) } : {};
  return { accuracy: readFraction("accuracy", cell("accuracy")), ...interval };
}

function readCount(column: string, text: string): number {
  const count = readNumber(text);
  if (!Number.isSafeInteger(count) || count < 0)
    throw new StatisticsError(`${column}: "${text}" is not a whole number`);
  return count;
}

function readFraction(column: string, text: string): number {
  if (text.endsWith("%")) throw new StatisticsError(`${column}: percent given where a fraction is expected`);
  try {
    return checkedFraction(readNumber(text));
  } catch (error) {
    throw new StatisticsError(`${column}: ${(error as Error).message}`);
  }
}
