import { parseArgs } from "node:util";
import { env } from "../../env";
import type { Io } from "../io";
import { bringUp } from "../processes/bring-up";
import { nextSignal } from "../processes/next-signal";

/**
 * `rung start`: starts everything on this machine (see bringUp); prints `{"url"}` once the site answers, and stops it all at
 * SIGINT or SIGTERM (exit code 0), even while it is still starting.
 */
export async function start(argv: string[], io: Io): Promise<number> {
  parseArgs({ args: argv, options: {} });
  const log = (line: string) => io.stderr(`${line}\n`);
  const ending = new AbortController();
  const signalled = nextSignal().then(() => ending.abort());
  const atEnd: (() => Promise<void>)[] = [];
  try {
    const url = await bringUp({ environment: env(), log, ending: ending.signal, atEnd });
    io.stdout(`${JSON.stringify({ url })}\n`);
    log(`Rung is at ${url} (Ctrl-C stops it)`);
    await signalled;
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    if (atEnd.length > 0) log("stopping");
    for (const end of atEnd.reverse()) await end();
  }
  return 0;
}
