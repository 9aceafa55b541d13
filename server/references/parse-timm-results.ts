import type { Metric } from "../evaluation/metric";
import { parseCsv } from "./parse-csv";
import type { ParsedReferences, SkippedRow } from "./parsed-references";
import { readNumber } from "./read-number";
import type { Reference } from "./reference-schema";
import { trainingByTag } from "./training-by-tag";

/** Images behind timm's published result files, by file name: they turn a percentage with three decimals back into a count. */
export const timmImages: Readonly<Record<string, number>> = {
  "results-imagenet.csv": 50_000,
  "results-imagenet-real.csv": 46_837,
  "results-imagenetv2-matched-frequency.csv": 10_000,
  "results-sketch.csv": 50_889,
  "results-imagenet-a.csv": 7_500,
  "results-imagenet-r.csv": 30_000,
};

/** Where timm's results are from, as every model of them is cited. */
export const timmSource = {
  source: "timm (PyTorch Image Models), published results",
  url: "https://github.com/huggingface/pytorch-image-models/tree/main/results",
};
const printed = ["top1", "top5"] as const satisfies readonly Metric[];
const needed = ["model", "img_size", ...printed];

/** One of timm's files: its text, its test set, and that set's number of images, null if unknown. */
export interface TimmFile {
  text: string;
  testSet: string;
  images: number | null;
}

/**
 * timm's published results (columns model, img_size, top1, top5, param_count): percentages, as the format defines, turned into
 * counts if the number of images is known and a count matches. With `original`, timm's file for the original test set, models are
 * joined on (model, img_size); one that is not in both is skipped.
 */
export function parseTimmResults(
  file: TimmFile,
  original: TimmFile | null,
): ParsedReferences | { problem: string } {
  const rows = readRows(file.text);
  const others = original && readRows(original.text);
  if ("problem" in rows) return rows;
  if (others && "problem" in others) return others;
  const known = new Map(others?.map((row) => [keyOf(row), row]));
  const models = new Map<string, Reference>();
  const skipped: SkippedRow[] = [];
  rows.forEach((row, i) => {
    const other = known.get(keyOf(row));
    const found = readModel(row, file, original && { file: original, row: other });
    if (typeof found === "string") skipped.push({ row: i + 1, reason: found });
    else if (models.has(keyOf(row)))
      skipped.push({ row: i + 1, reason: `${row.model} occurs twice at this size` });
    else models.set(keyOf(row), found);
  });
  return { models: [...models.values()], skipped, unknownColumns: [] };
}

type Row = Record<string, string>;

const keyOf = (row: Row) => `${row.model} ${row.img_size}`;

function readRows(text: string): Row[] | { problem: string } {
  const [header = [], ...rows] = parseCsv(text);
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0)
    return { problem: `timm's format has the columns ${needed.join(", ")}; missing: ${missing.join(", ")}` };
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}

/** The model, or why its row is skipped. */
function readModel(
  row: Row,
  file: TimmFile,
  join: { file: TimmFile; row: Row | undefined } | null,
): Reference | string {
  const imageSize = readNumber(row.img_size!);
  if (row.model === "") return "the model has no name";
  if (!Number.isInteger(imageSize)) return `img_size is "${row.img_size}"`;
  if (join && !join.row) return "not in the file of the original test set at this size";
  const results: Reference["results"] = [];
  for (const [side, values] of [
    [join?.file, join?.row],
    [file, row],
  ] as const) {
    if (!side || !values) continue;
    for (const metric of printed) {
      const percent = readNumber(values[metric]!);
      if (!(percent >= 0 && percent <= 100))
        return `${metric} on ${side.testSet} is "${values[metric]}", not a percentage`;
      results.push({ testSet: side.testSet, metric, ...resultOf(percent, side.images) });
    }
  }
  const millions = readNumber(row.param_count ?? "");
  const parameters = Number.isFinite(millions) ? { parameters: Math.round(millions * 1e6) } : {};
  const training = trainingByTag(row.model!);
  return { name: row.model!, imageSize, training, ...timmSource, ...parameters, results };
}

function resultOf(percent: number, images: number | null) {
  const correct = Math.round((percent / 100) * (images ?? 0));
  const isCount = images !== null && Math.abs((100 * correct) / images - percent) < 5.01e-4;
  return isCount ? { correct, total: images } : { accuracy: Number((percent / 100).toPrecision(12)) };
}
