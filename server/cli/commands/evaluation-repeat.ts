import { parseArgs } from "node:util";
import { z } from "zod";
import { requestRepeat } from "../../submissions/acts/request-repeat";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung evaluation repeat ID` (of a submission): a worker repeats its hidden evaluation; prints `{"repeats"}`, the id. */
export async function evaluationRepeat(argv: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: {} });
  const id = z.uuid().safeParse(positionals[0]);
  if (!id.success || positionals.length > 1) throw new UsageError("ID (of a submission) is needed.");
  await operatorContext(io, (ctx) =>
    requestRepeat({ ctx: { ...ctx, viewer: null }, input: { id: id.data } }),
  );
  io.stdout(`${JSON.stringify({ repeats: id.data })}\n`);
  return 0;
}
