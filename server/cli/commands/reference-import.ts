import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { importReferences, type Reference } from "../../benchmarks/import-references";
import { RungError } from "../../errors";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

const format = 'A file looks like [{"name":"..","results":[{"metric":"top1","correct":9,"total":10}]}, ..].';

/**
 * `rung reference import FILE`: takes in published results and prints how many were new, changed and unchanged. The file is a JSON
 * list of models as `referenceSchema` has them; a result without `testSet` belongs to `--test-set`. All or nothing.
 */
export async function referenceImport(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      benchmark: { type: "string" },
      "test-set": { type: "string" },
      format: { type: "string", default: "rung" },
      "not-in-fit": { type: "string" },
    },
  });
  const [file] = positionals;
  const { benchmark, "test-set": testSet } = values;
  if (!file || positionals.length > 1 || !benchmark || !testSet) {
    throw new UsageError("FILE, --benchmark and --test-set are needed.");
  }
  if (values.format !== "rung") throw new UsageError(`There is no format ${values.format}.`);
  const notInFit = new Set(values["not-in-fit"]?.split(","));
  const models = readModels(await readFile(inPlace(file), "utf8"), testSet).map((model) =>
    notInFit.has(model.name) ? { ...model, notInFit: model.notInFit ?? "left out at import" } : model,
  );
  const counts = await operatorContext(io, (ctx) => importReferences({ ctx, input: { benchmark, models } }));
  io.stdout(`${JSON.stringify({ ...counts, skipped: [] })}\n`);
  return 0;
}

/** The models as the file has them; the verb checks every field. */
function readModels(text: string, testSet: string): Reference[] {
  let models: unknown;
  try {
    models = JSON.parse(text);
  } catch (cause) {
    throw new RungError("bad_input", "The file is not JSON.", format, { cause });
  }
  if (!Array.isArray(models) || !models.every((model) => Array.isArray(model?.results))) {
    throw new RungError("bad_input", "The file is not a list of models, each with results.", format);
  }
  return (models as Reference[]).map((model) => ({
    ...model,
    results: model.results.map((result) => ({ ...result, testSet: result.testSet ?? testSet })),
  }));
}
