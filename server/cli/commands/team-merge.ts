import { parseArgs } from "node:util";
import { mergeTeams } from "../../teams/merge-teams";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung team merge TEAM --into TEAM --reason PUBLIC_TEXT` (slugs): merges two teams and prints `{"team","into"}`. */
export async function teamMerge(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { into: { type: "string" }, reason: { type: "string" } },
  });
  const [team] = positionals;
  const { into, reason } = values;
  if (!team || positionals.length > 1 || !into || !reason) {
    throw new UsageError("TEAM, --into and --reason are needed.");
  }
  await operatorContext(io, (ctx) =>
    mergeTeams({ ctx: { ...ctx, viewer: null }, input: { team, into, reason } }),
  );
  io.stdout(`${JSON.stringify({ team, into })}\n`);
  return 0;
}
