import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Context } from "../../context";
import { RungError } from "../../errors";
import { getBenchmark } from "../../leaderboards/get-benchmark";
import { importReferences } from "../../references/import-references";
import { parseReferenceCsv } from "../../references/parse-reference-csv";
import { parseTimmResults, type TimmFile, timmImages } from "../../references/parse-timm-results";
import type { ParsedReferences } from "../../references/parsed-references";
import type { Reference } from "../../references/reference-schema";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { sayUnreadable } from "../say-unreadable";
import { UsageError } from "../usage-error";

type Options = ReturnType<typeof readOptions>;

/**
 * `rung reference import FILE`: imports published results and prints `{"imported","changed","unchanged","skipped"}`; a row that
 * cannot be used is skipped, with the reason. Exit code 1 if no row can be used. A test set that the benchmark lacks is created,
 * for published results only.
 */
export async function referenceImport(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  return operatorContext(io, async (ctx) => {
    const { testSets } = await getBenchmark({ ctx, input: { slug: options.benchmark } });
    const original = testSets.find((testSet) => testSet.role === "original")?.name ?? "Original";
    const parsed = await parse(options, original);
    if ("problem" in parsed)
      throw new RungError("bad_input", `The file is refused: ${parsed.problem}.`, "Nothing was imported.");
    if (parsed.unknownColumns.length > 0) {
      io.stderr(`warning: unknown columns ignored: ${parsed.unknownColumns.join(", ")}\n`);
    }
    const counts = await take(ctx, io, { options, original, parsed, known: testSets.map((set) => set.name) });
    io.stdout(`${JSON.stringify({ ...counts, skipped: parsed.skipped })}\n`);
    return parsed.models.length === 0 && parsed.skipped.length > 0 ? 1 : 0;
  });
}

function readOptions(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      benchmark: { type: "string" },
      "test-set": { type: "string" },
      format: { type: "string", default: "rung" },
      original: { type: "string" },
      "not-in-fit": { type: "string" },
      reason: { type: "string", default: "excluded at import" },
    },
  });
  const [file] = positionals;
  const { benchmark, "test-set": testSet, format, original, "not-in-fit": notInFit, reason } = values;
  if (!file || positionals.length > 1 || !benchmark || !testSet) {
    throw new UsageError("FILE, --benchmark and --test-set are needed.");
  }
  if (format !== "rung" && format !== "timm") throw new UsageError("--format is rung or timm.");
  if (original && format === "rung") {
    throw new UsageError("--original is for timm's two files; in our own format a row has both results.");
  }
  return { file, benchmark, testSet, format, original, notInFit: notInFit?.split(","), reason };
}

async function parse(options: Options, original: string): Promise<ParsedReferences | { problem: string }> {
  const { file, testSet, format } = options;
  if (format === "timm") {
    const other = options.original === undefined ? null : await timmFile(options.original, original);
    return parseTimmResults(await timmFile(file, testSet), other);
  }
  return parseReferenceCsv(await readText(file), { new: testSet, original });
}

async function timmFile(path: string, testSet: string): Promise<TimmFile> {
  return { text: await readText(path), testSet, images: timmImages[basename(path)] ?? null };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(inPlace(path), "utf8");
  } catch (cause) {
    throw sayUnreadable(path, cause);
  }
}

async function take(
  ctx: Context,
  io: Io,
  given: { options: Options; original: string; parsed: ParsedReferences; known: string[] },
) {
  const { options, original, parsed, known } = given;
  refuseUnknown(options.notInFit ?? [], parsed);
  const models = parsed.models.map((model) => excludeFromFit(model, options));
  const named = new Set(models.flatMap((model) => model.results.map((result) => result.testSet)));
  const missing = [...named].filter((name) => !known.includes(name));
  const testSets = missing.map((name) => ({
    name,
    role: name === original ? ("original" as const) : ("hidden" as const),
  }));
  const counts = await importReferences({ ctx, input: { benchmark: options.benchmark, models, testSets } });
  for (const name of missing)
    io.stderr(`created the test set "${name}", which shows published results only\n`);
  return counts;
}

function refuseUnknown(names: readonly string[], { models }: ParsedReferences) {
  const unknown = names.find((name) => !models.some((model) => model.name === name));
  if (unknown === undefined) return;
  throw new RungError(
    "bad_input",
    `The file has no model named "${unknown}".`,
    "Nothing was imported. Give the names for --not-in-fit exactly as in the file, separated by commas.",
  );
}

/** With `--not-in-fit`, the models named are excluded from the fit and all others in the file are in it. */
function excludeFromFit(model: Reference, { notInFit, reason }: Options): Reference {
  if (!notInFit) return model;
  return { ...model, notInFit: notInFit.includes(model.name) ? reason : null };
}
