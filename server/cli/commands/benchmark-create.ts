import { parseArgs } from "node:util";
import { createBenchmark } from "../../benchmarks/create-benchmark";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { numberFlag } from "../number-flag";
import { operatorContext } from "../operator-context";
import { readClassNames } from "../read-class-names";
import { scaleFlag } from "../scale-flag";
import { UsageError } from "../usage-error";

/** `rung benchmark create SLUG`: creates a benchmark without test sets and prints `{"id","slug"}`. */
export async function benchmarkCreate(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      name: { type: "string" },
      description: { type: "string" },
      classes: { type: "string" },
      synsets: { type: "string" },
      "input-size": { type: "string" },
      "per-day": { type: "string" },
      lifetime: { type: "string" },
      "max-window": { type: "string" },
      "judged-scale": { type: "string" },
    },
  });
  const slug = positionals[0];
  if (!slug || positionals.length > 1 || !values.name || !values.classes || !values["input-size"]) {
    throw new UsageError("SLUG, --name, --classes and --input-size are needed.");
  }
  const size = values["input-size"].split(",").map(Number);
  const perDay = numberFlag("per-day", values["per-day"]);
  const lifetime = numberFlag("lifetime", values.lifetime);
  const maxWindow = numberFlag("max-window", values["max-window"]);
  const input = {
    slug,
    name: values.name,
    description: values.description ?? "",
    classes: await readClassNames(inPlace(values.classes)),
    synsets: values.synsets ? await readClassNames(inPlace(values.synsets)) : null,
    inputSize: size as [3, number, number],
    ...(values["judged-scale"] ? { judgedScale: scaleFlag("judged-scale", values["judged-scale"]) } : {}),
    ...(perDay === undefined ? {} : { perDay }),
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(maxWindow === undefined ? {} : { maxWindowMs: Math.round(maxWindow * 3_600_000) }),
  };
  const made = await operatorContext(io, (ctx) => createBenchmark({ ctx, input }));
  io.stdout(`${JSON.stringify(made)}\n`);
  return 0;
}
