import { parseArgs } from "node:util";
import { judgeBenchmark } from "../../benchmarks/judge-benchmark";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { scaleFlag } from "../scale-flag";
import { UsageError } from "../usage-error";

/** `rung benchmark judge SLUG --scale logit`: sets the scale of its verdict and marks and prints `{"slug","judgedScale"}`. */
export async function benchmarkJudge(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { scale: { type: "string" } },
  });
  const slug = positionals[0];
  if (!slug || positionals.length > 1 || !values.scale) throw new UsageError("SLUG and --scale are needed.");
  const input = { slug, judgedScale: scaleFlag("scale", values.scale) };
  await operatorContext(io, (ctx) => judgeBenchmark({ ctx, input }));
  io.stdout(`${JSON.stringify(input)}\n`);
  return 0;
}
