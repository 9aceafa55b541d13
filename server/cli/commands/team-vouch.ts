import { parseArgs } from "node:util";
import { vouchForTeam } from "../../teams/vouch-for-team";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung team vouch TEAM.. --reason PUBLIC_TEXT [--take-back]` (slugs): vouches for teams and prints `{"teams","vouched"}`. */
export async function teamVouch(argv: string[], io: Io): Promise<number> {
  const { values, positionals: teams } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { reason: { type: "string" }, "take-back": { type: "boolean", default: false } },
  });
  const { reason } = values;
  if (teams.length === 0 || !reason) throw new UsageError("TEAM.. and --reason are needed.");
  const input = { teams, vouched: !values["take-back"], reason };
  await operatorContext(io, (ctx) => vouchForTeam({ ctx: { ...ctx, viewer: null }, input }));
  io.stdout(`${JSON.stringify({ teams, vouched: input.vouched })}\n`);
  return 0;
}
