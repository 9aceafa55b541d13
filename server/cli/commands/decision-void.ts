import { parseArgs } from "node:util";
import { z } from "zod";
import { voidDecision } from "../../submissions/acts/void-decision";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung decision void ID --reason PUBLIC_TEXT` (of a submission): voids its decision on evidence in the log, and prints `{"voided"}`. */
export async function decisionVoid(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { reason: { type: "string" } },
  });
  const id = z.uuid().safeParse(positionals[0]);
  const { reason } = values;
  if (!id.success || positionals.length > 1 || !reason) {
    throw new UsageError("ID (of a submission) and --reason are needed.");
  }
  await operatorContext(io, (ctx) => voidDecision({ ctx, input: { id: id.data, reason, by: null } }));
  io.stdout(`${JSON.stringify({ voided: id.data })}\n`);
  return 0;
}
