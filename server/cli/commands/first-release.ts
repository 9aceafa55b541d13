import { parseArgs } from "node:util";
import { z } from "zod";
import { approveFirstRelease } from "../../submissions/acts/approve-first-release";
import { declineFirstRelease } from "../../submissions/acts/decline-first-release";
import type { Command, Io } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung first-release approve ID..` (of submissions that wait): lets their scores out and prints `{"approved"}`, the ids. */
export const firstReleaseApprove: Command = (argv, io) => act(argv, io, "approved", approveFirstRelease);

/** `rung first-release decline ID..` (of submissions that wait): ends them unseen and prints `{"declined"}`, the ids. */
export const firstReleaseDecline: Command = (argv, io) => act(argv, io, "declined", declineFirstRelease);

async function act(
  argv: string[],
  io: Io,
  done: "approved" | "declined",
  verb: typeof approveFirstRelease,
): Promise<number> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: {} });
  const ids = z.array(z.uuid()).min(1).safeParse(positionals);
  if (!ids.success) throw new UsageError("ID.. (submissions that wait for approval) are needed.");
  await operatorContext(io, (ctx) => verb({ ctx: { ...ctx, viewer: null }, input: { ids: ids.data } }));
  io.stdout(`${JSON.stringify({ [done]: ids.data })}\n`);
  return 0;
}
