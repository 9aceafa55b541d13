import { parseArgs } from "node:util";
import { exportSubmissions } from "../../audit/export-submissions";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";

/** `rung audit export`: every submission on every test set with its exact counts, a JSON line each. For maintainers only. */
export async function auditExport(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { benchmark: { type: "string" } } });
  await operatorContext(io, async (ctx) => {
    for await (const line of exportSubmissions({ ctx, input: { benchmark: values.benchmark } })) {
      io.stdout(`${JSON.stringify(line)}\n`);
    }
  });
  return 0;
}
