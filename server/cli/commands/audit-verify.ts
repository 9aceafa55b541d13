import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { readCheckpoint, writeCheckpoint } from "../../audit-log/checkpoint/checkpoint-file";
import { type Verification, verifyLog } from "../../audit-log/verify-log";
import { checkFits } from "../../leaderboards/fit/check-fits";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/**
 * `rung audit verify [--since HEAD] [--checkpoint FILE]`: checks the chain, replays every ladder and recomputes what pages show; exits
 * with code 1, naming the first bad line, if something is wrong. With FILE, what is as it left it is not computed again.
 */
export async function auditVerify(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: { since: { type: "string" }, checkpoint: { type: "string" } },
  });
  const { since } = values;
  if (since !== undefined && !/^[0-9a-f]{64}$/.test(since)) {
    throw new UsageError(
      "--since takes a head of the log: 64 hexadecimal digits, as `audit verify` prints it.",
    );
  }
  const path = values.checkpoint && inPlace(values.checkpoint);
  const rung = await version();
  const stored = path ? await readCheckpoint(path) : null;
  const isOurs = stored?.rung === rung;
  if (stored && !isOurs) {
    io.stderr(`${path} is of another version of Rung (${stored.rung}), so everything is looked at.\n`);
  }
  const checkpoint = path ? (isOurs ? stored.checkpoint : null) : undefined;
  const noted = since ?? stored?.checkpoint.head;
  const found = await operatorContext(io, (ctx) =>
    verifyLog({ ctx, input: { since: noted, checkpoint, also: checkFits } }),
  );
  if (!found.ok) {
    io.stderr(`error: The log does not verify: ${found.problem}.\n`);
    return 1;
  }
  const { lines, head, ok } = found;
  if (path && found.checkpoint) await writeCheckpoint(path, rung, found.checkpoint);
  if (checkpoint) io.stderr(`${whatWasLookedAt(found, path!)}\n`);
  io.stdout(`${JSON.stringify({ lines, head, ok })}\n`);
  return 0;
}

function whatWasLookedAt(
  { lines, looked: { after, blocks, ofBlocks } }: Extract<Verification, { ok: true }>,
  path: string,
): string {
  if (after === 0)
    return `Lines, pools, test sets, labels or merges are not those of ${path}, so all ${lines} lines were looked at.`;
  return [
    after === lines ? "There is no new line." : `Lines ${after + 1} to ${lines} were checked and replayed.`,
    `Lines 1 to ${after} are, digest for digest, those that ${path} found good, and were not computed again; nor were`,
    `${ofBlocks - blocks} of ${ofBlocks} blocks of submissions. The other ${blocks} were, and every ladder, meter and test set.`,
    `This trusts that file: without --checkpoint nothing is taken on trust.`,
  ].join(" ");
}

async function version(): Promise<string> {
  const text = await readFile(new URL("../../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
