import { parseArgs } from "node:util";
import { verifyLog } from "../../audit-log/verify-log";
import { checkFits } from "../../leaderboards/fit/check-fits";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/**
 * `rung audit verify [--since HEAD]`: checks the chain, replays every ladder and recomputes what pages show; exits with code 1, naming the first bad line, if
 * something is wrong.
 */
export async function auditVerify(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { since: { type: "string" } } });
  if (values.since !== undefined && !/^[0-9a-f]{64}$/.test(values.since)) {
    throw new UsageError(
      "--since takes a head of the log: 64 hexadecimal digits, as `audit verify` prints it.",
    );
  }
  const found = await operatorContext(io, (ctx) =>
    verifyLog({ ctx, input: { since: values.since, also: checkFits } }),
  );
  if (found.ok) {
    io.stdout(`${JSON.stringify(found)}\n`);
    return 0;
  }
  io.stderr(`error: The log does not verify: ${found.problem}.\n`);
  return 1;
}
