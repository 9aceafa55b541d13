import { parseArgs } from "node:util";
import { closePool } from "../../test-sets/close-pool";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/**
 * `rung testset close-pool --benchmark SLUG --pool NAME --reason PUBLIC_TEXT [--undo]`: has a retired pool closed for good a day from now, when
 * its secrets are published, and prints `{"closesAt"}`.
 */
export async function testsetClosePool(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      benchmark: { type: "string" },
      pool: { type: "string" },
      reason: { type: "string" },
      undo: { type: "boolean", default: false },
    },
  });
  const { benchmark, pool, reason, undo } = values;
  if (!benchmark || !pool || !reason) throw new UsageError("--benchmark, --pool and --reason are needed.");
  const closes = await operatorContext(io, (ctx) =>
    closePool({ ctx: { ...ctx, viewer: null }, input: { benchmark, pool, reason, undo } }),
  );
  io.stdout(`${JSON.stringify(closes)}\n`);
  return 0;
}
