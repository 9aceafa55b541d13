import { parseArgs } from "node:util";
import { reinstateSubmission } from "../../submissions/acts/reinstate-submission";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `rung submission reinstate ID --reason PUBLIC_TEXT`: reverses a disqualification and prints `{"id"}`. */
export async function submissionReinstate(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { reason: { type: "string" } },
  });
  const [id] = positionals;
  if (!id || positionals.length > 1 || !uuid.test(id) || !values.reason) {
    throw new UsageError("ID (of a submission) and --reason are needed.");
  }
  const input = { id, reason: values.reason };
  await operatorContext(io, (ctx) => reinstateSubmission({ ctx: { ...ctx, viewer: null }, input }));
  io.stdout(`${JSON.stringify({ id })}\n`);
  return 0;
}
