import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseCsv } from "@/server/references/parse-csv";

const data = resolve(process.env.RUNG_TEST_DATA ?? "../shared/data");

export const absent = "the reference data are not here (RUNG_TEST_DATA)";

/** A file of values from an independent program; null where the test data are absent. */
export function referenceValues<Values>(name: string): Values | null {
  const file = join(dirname(data), "reference-values", name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** The rows of a results file by column name; null where the test data are absent. */
export function referenceRows(name: string): Record<string, string>[] | null {
  const file = join(data, "reference", name);
  if (!existsSync(file)) return null;
  const [header = [], ...rows] = parseCsv(readFileSync(file, "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ""])));
}

const timmKey = (row: Record<string, string>) => `${row.model} ${row.img_size}`;

/** timm's top-1 percents on both ImageNet test sets, joined on model and image size; null where the data are absent. */
export function timmResults(): { name: string; original: number; new: number }[] | null {
  const original = referenceRows("results-imagenet.csv");
  const released = referenceRows("results-imagenetv2-matched-frequency.csv");
  if (!original || !released) return null;
  const byKey = new Map(released.map((row) => [timmKey(row), Number(row.top1)]));
  return original
    .filter((row) => byKey.has(timmKey(row)))
    .map((row) => ({ name: timmKey(row), original: Number(row.top1), new: byKey.get(timmKey(row))! }));
}
