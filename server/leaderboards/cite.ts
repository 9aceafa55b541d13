import { metricLabel } from "../evaluation/metric";
import type { BenchmarkView } from "./schemas/benchmark-schema";
import type { Entry } from "./schemas/entry-schema";
import type { ShownScore } from "./schemas/score-schema";

/** A BibTeX entry for a benchmark's leaderboard; `url` is its address, `at` the time of access. */
export function citeBenchmark(given: {
  benchmark: Pick<BenchmarkView, "slug" | "name">;
  url: string;
  at: Date;
}): string {
  const { benchmark, url, at } = given;
  return bibtex(`rung-${benchmark.slug}`, {
    author: `{${plain("Rung")}}`,
    title: `{${plain(benchmark.name)}} leaderboard`,
    year: String(at.getUTCFullYear()),
    howpublished: address(url),
    note: `accessed ${day(at)}`,
  });
}

/** A BibTeX entry for one entry of a leaderboard, with its scores as shown. */
export function citeEntry(given: {
  entry: Pick<
    Entry,
    "id" | "name" | "teamName" | "source" | "year" | "original" | "new" | "held" | "rung" | "benchmark"
  >;
  url: string;
  at: Date;
}): string {
  const { entry, url, at } = given;
  const { benchmark, teamName, source } = entry;
  const scores = [entry.original, entry.new].flatMap((score) => (score ? [scoreText(score)] : []));
  const held = entry.held && entry.rung !== null ? [`held at ${percent(entry.rung)}`] : [];
  const results = source === null ? [] : [`results: ${source}`];
  return bibtex(`rung-${benchmark.slug}-${entry.id.slice(0, 8)}`, {
    author: `{${plain(teamName ?? "Rung")}}`,
    title: `{${plain(entry.name)}} on the {${plain(benchmark.name)}} leaderboard`,
    year: String(entry.year ?? at.getUTCFullYear()),
    howpublished: address(url),
    note: plain([...scores, ...held, ...results, `accessed ${day(at)}`].join("; ")),
  });
}

function bibtex(key: string, fields: Record<string, string>): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${key},\n${lines.join(",\n")}\n}\n`;
}

function scoreText({ testSet, metric, kind, accuracy, interval }: ShownScore): string {
  if (accuracy === null) return `${testSet}: not released`;
  const range = interval ? ` [${percent(interval.lower)}, ${percent(interval.upper)}]` : "";
  return `${testSet} ${metricLabel(metric)} ${percent(accuracy)}${range} (${kind})`;
}

/** In `howpublished`, because old styles do not print the field `url`. */
const address = (url: string) => `\\url{${url.replace(/[{}\\\s]/g, encodeURIComponent)}}`;
const percent = (fraction: number) => `${(100 * fraction).toFixed(1)} %`;
const day = (at: Date) => at.toISOString().slice(0, 10);

const replaced: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text with TeX's special characters escaped; a brace would end the field, so it is removed. */
function plain(text: string): string {
  return text
    .replace(/[{}]/g, "")
    .replace(/[\\~^&%$#_]/g, (character) => replaced[character] ?? `\\${character}`);
}
