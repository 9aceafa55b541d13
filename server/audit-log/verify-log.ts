import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Context } from "../context";
import { checkLine } from "./check-line";
import { genesisHash } from "./line-hash";
import type { LoggedLine } from "./logged-line";
import { parseLine } from "./parse-line";
import { type ReadLine, readPages } from "./read-lines";
import { compareLadders } from "./replay/compare-ladders";
import { loadPageFacts } from "./replay/page-facts";
import { loadPools, replayLine } from "./replay/replay-line";
import type { ReplayedLadder } from "./replay/replayed-ladder";
import { compareShown } from "./shown/compare-shown";

export type Verification =
  | { lines: number; head: string; ok: true }
  | { lines: number; ok: false; problem: string };

type Also = ((db: Database) => Promise<string | null>) | undefined;
type Previous = { id: number; hash: Uint8Array };

/**
 * Checks the whole log at one moment: every line follows the one before it, still has its secret part and fits its kind; every ladder,
 * replayed from the stored bit vectors, comes to the same decisions and is stored as they leave it; and every number and mark that pages
 * show, from which records and ranks follow, is what the lines lead to. `since` is a head published earlier (hex): it must still be on
 * the chain, which holds us to the log that others have seen. The check stops at the first problem.
 * @param also checked at the same moment, where the log agrees: what is computed from what it leads to
 */
export async function verifyLog({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { since?: string | undefined; also?: Also };
}): Promise<Verification> {
  // One snapshot: releases made meanwhile must not look like errors in the log.
  return ctx.db.transaction((tx) => verify(tx, input), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function verify(
  db: Database,
  { since, also }: { since?: string | undefined; also?: Also },
): Promise<Verification> {
  const ladders = new Map<string, ReplayedLadder>();
  const pools = await loadPools(db);
  let previous: Previous = { id: 0, hash: genesisHash };
  let seen = since === undefined || since === hex(genesisHash);
  for await (const page of readPages(db, previous.id)) {
    const { lines, problem } = checkPage(page, previous);
    const facts = await loadPageFacts(db, lines);
    for (const logged of lines) {
      const wrong = await replayLine({ db, ladders, pools, facts }, logged);
      if (wrong) return { lines: logged.id - 1, ok: false, problem: wrong };
    }
    if (problem) return { lines: previous.id + lines.length, ok: false, problem };
    seen ||= page.some(({ line }) => hex(line.hash) === since);
    previous = page.at(-1)?.line ?? previous;
  }
  const lines = previous.id;
  if (!(await isHead(db, previous)))
    return { lines, ok: false, problem: `the line after line ${lines} is missing` };
  if (!seen) return { lines, ok: false, problem: `the head ${since} is not on the chain` };
  const problem =
    (await compareLadders(db, ladders)) ?? (await compareShown(db)) ?? (await also?.(db)) ?? null;
  if (problem) return { lines, ok: false, problem };
  return { lines, head: hex(previous.hash), ok: true };
}

/** The lines of a page up to the first that does not follow the one before it, or does not fit its kind, and why. */
function checkPage(page: readonly ReadLine[], first: Previous) {
  const lines: LoggedLine[] = [];
  let previous = first;
  for (const read of page) {
    const wrong = checkLine(read, previous);
    if (wrong) return { lines, problem: wrong };
    const parsed = parseLine(read);
    if ("problem" in parsed) return { lines, problem: parsed.problem };
    const { id, at } = read.line;
    lines.push({ id, at, line: parsed.line });
    previous = read.line;
  }
  return { lines, problem: null };
}

/** The last line must be the one that the log's own head names: this detects lines dropped at the end. */
async function isHead(db: Database, last: Previous): Promise<boolean> {
  const [head] = await db.execute<{ id: string; hash: Uint8Array }>(sql`select id, hash from audit.head`);
  return Number(head?.id) === last.id && hex(head!.hash) === hex(last.hash);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
