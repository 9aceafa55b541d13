import { parseArgs } from "node:util";
import { z } from "zod";
import { reJudgeSubmissions } from "../../submissions/acts/re-judge-submissions";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung submission re-judge ID.. --reason PUBLIC_TEXT`: judges submissions again, all or none, and prints `{"reJudged": [{"id", "again"}]}`, in order. */
export async function submissionReJudge(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { reason: { type: "string" } },
  });
  const ids = z.array(z.uuid()).min(1).safeParse(positionals);
  const { reason } = values;
  if (!ids.success || !reason) throw new UsageError("ID.. (of submissions) and --reason are needed.");
  const reJudged = await operatorContext(io, (ctx) =>
    reJudgeSubmissions({ ctx: { ...ctx, viewer: null }, input: { ids: ids.data, reason } }),
  );
  io.stdout(`${JSON.stringify({ reJudged })}\n`);
  return 0;
}
