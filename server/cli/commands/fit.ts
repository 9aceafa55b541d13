import { parseArgs } from "node:util";
import { parseCsv } from "@/server/references/parse-csv";
import { readNumber } from "@/server/references/read-number";
import { checkedFraction } from "@/server/statistics/checked-fraction";
import { type ScaleName, scales } from "@/server/statistics/scale";
import { StatisticsError } from "@/server/statistics/statistics-error";
import { type TrendModel, type TrendOptions, trend } from "@/server/statistics/trend";

type Io = {
  stdin: AsyncIterable<Buffer | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
};

const usage =
  "usage: rung fit [--scale linear|logit|probit] [--resamples 100000] [--seed 1] [--grid 0.5,0.6,..] [--level 0.95] < models.csv   (columns name,original,new and, if models come in families, family)";
const columns = ["name", "original", "new"] as const;
const mostResamples = 10_000_000;

/**
 * `rung fit`: fits a line of new to original accuracy over the models of a CSV with the columns name, original and new
 * (fractions) and, where models were made alike, family (they are resampled together), and prints it with its bootstrap intervals and band as one JSON object. Exit code 1 for bad rows, each named; 2 for
 * bad usage.
 */
export async function fit(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if ("problem" in options) {
    io.stderr(`error: ${options.problem}\n${usage}\n`);
    return 2;
  }
  const { models, problems } = readModels(await readAll(io.stdin));
  for (const problem of problems) io.stderr(`error: ${problem}\n`);
  if (problems.length > 0) return 1;
  try {
    io.stdout(`${JSON.stringify(trend(models, options))}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    io.stderr(`error: ${error.message}\n`);
    return 1;
  }
}

async function readAll(stdin: Io["stdin"]): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

function readOptions(argv: string[]): TrendOptions | { problem: string } {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        scale: { type: "string", default: "linear" },
        resamples: { type: "string", default: "100000" },
        seed: { type: "string", default: "1" },
        grid: { type: "string" },
        level: { type: "string", default: "0.95" },
      },
    });
    if (!Object.hasOwn(scales, values.scale)) return { problem: "--scale is linear, logit or probit" };
    const scale = values.scale as ScaleName;
    const [resamples, seed, level] = [values.resamples, values.seed, values.level].map(readNumber);
    if (!Number.isInteger(resamples) || resamples! < 1 || resamples! > mostResamples) {
      return { problem: `--resamples must be a whole number from 1 to ${mostResamples}` };
    }
    if (!Number.isSafeInteger(seed) || seed! < 0)
      return { problem: "--seed must be a whole number, 0 or more" };
    if (!(level! > 0 && level! < 1)) return { problem: "--level must lie between 0 and 1" };
    const grid = values.grid?.split(",").map((place) => checkedFraction(readNumber(place)));
    if (scale !== "linear" && grid?.some((place) => place === 0 || place === 1)) {
      return { problem: `--grid: 0 and 1 are infinite on the ${scale} scale` };
    }
    return { scale, resamples, seed, level, ...(grid && { grid }) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: error instanceof StatisticsError ? `--grid: ${message}` : message };
  }
}

function readModels(csv: string): { models: TrendModel[]; problems: string[] } {
  const [header = [], ...rows] = parseCsv(csv);
  const places = columns.map((column) => header.indexOf(column));
  const missing = columns.filter((_, i) => places[i] === -1);
  if (missing.length > 0) {
    return { models: [], problems: [`the first line must name the columns ${columns.join(",")}`] };
  }
  const familyAt = header.indexOf("family");
  const models: TrendModel[] = [];
  const problems: string[] = [];
  rows.forEach((row, i) => {
    const [name = "", original = "", released = ""] = places.map((place) => row[place] ?? "");
    try {
      if (name === "") throw new StatisticsError("name is missing");
      const accuracies = { original: readAccuracy("original", original), new: readAccuracy("new", released) };
      models.push({ name, ...accuracies, family: row[familyAt] ?? null });
    } catch (error) {
      if (!(error instanceof StatisticsError)) throw error;
      problems.push(`row ${i + 1} (${name}): ${error.message}`);
    }
  });
  return { models, problems };
}

function readAccuracy(column: string, text: string): number {
  if (text === "") throw new StatisticsError(`${column} is missing`);
  const percent = text.endsWith("%") ? "percent given where a fraction is expected" : null;
  if (percent) throw new StatisticsError(`${column}: ${percent}`);
  try {
    return checkedFraction(readNumber(text));
  } catch (error) {
    throw new StatisticsError(`${column}: ${(error as Error).message}`);
  }
}
