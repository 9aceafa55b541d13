import { parseArgs } from "node:util";
import { exportSubmissions } from "../../audit/history/export-submissions";
import { noteReading } from "../../audit/note-reading";
import { getBenchmark } from "../../leaderboards/get-benchmark";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";

/** `rung audit export`: every submission on every test set with its exact counts, one JSON line each. For maintainers only. */
export async function auditExport(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { benchmark: { type: "string" } } });
  const { benchmark } = values;
  await operatorContext(io, async (ctx) => {
    if (benchmark !== undefined) await getBenchmark({ ctx, input: { slug: benchmark } });
    await noteReading({ ctx, input: { userId: null } });
    for await (const line of exportSubmissions({ ctx, input: { benchmark } })) {
      io.stdout(`${JSON.stringify(line)}\n`);
    }
  });
  return 0;
}
