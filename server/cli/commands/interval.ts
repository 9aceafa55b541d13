import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { z } from "zod";
import { clopperPearson, type Interval } from "@/server/statistics/clopper-pearson";
import { StatisticsError } from "@/server/statistics/statistics-error";

type Io = {
  stdin: AsyncIterable<Buffer | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
};

const usage = 'usage: rung interval [--level 0.95] < counts.jsonl   (one {"correct":k,"total":n} a line)';

const lineSchema = z.object({ correct: z.number(), total: z.number(), level: z.number().optional() });

/**
 * `rung interval`: prints the Clopper-Pearson interval for each line of counts, or what is wrong with the line, as JSON lines in
 * the same order. Blank lines are skipped. Exit code 1 if any line was bad, 2 for bad usage.
 */
export async function interval(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if ("problem" in options) {
    io.stderr(`error: ${options.problem}\n${usage}\n`);
    return 2;
  }
  let bad = 0;
  for await (const text of createInterface({ input: Readable.from(io.stdin), crlfDelay: Infinity })) {
    if (text.trim() === "") continue;
    const result = intervalOfLine(text, options.level);
    if ("error" in result) bad += 1;
    io.stdout(`${JSON.stringify(result)}\n`);
  }
  if (bad > 0) io.stderr(`error: ${bad === 1 ? "1 line was" : `${bad} lines were`} refused\n`);
  return bad > 0 ? 1 : 0;
}

function readOptions(argv: string[]): { level: number } | { problem: string } {
  try {
    const { values } = parseArgs({ args: argv, options: { level: { type: "string", default: "0.95" } } });
    const level = Number(values.level);
    return level > 0 && level < 1 ? { level } : { problem: "--level must lie between 0 and 1" };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function intervalOfLine(text: string, level: number): Interval | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: "not JSON" };
  }
  const line = lineSchema.safeParse(value);
  if (!line.success) return { error: 'a line must be {"correct":k,"total":n} with numbers' };
  try {
    return clopperPearson({ level, ...line.data });
  } catch (error) {
    if (error instanceof StatisticsError) return { error: error.message };
    throw error;
  }
}
