import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Context } from "../context";
import { checkLine } from "./check-line";
import { compareLadders } from "./compare-ladders";
import { compareShown } from "./compare-shown";
import { genesisHash } from "./line-hash";
import { parseLine } from "./parse-line";
import { type ReadLine, readLines } from "./read-lines";
import { replayDecisions } from "./replay-decisions";
import { nothingShown, replayShown, type Shown } from "./replay-shown";
import type { ReplayedLadder } from "./replayed-ladder";

export type Verification =
  | { lines: number; head: string; ok: true }
  | { lines: number; ok: false; problem: string };

/**
 * Checks the whole log at one moment: every line follows the one before it, still has its secret part and fits its kind, and
 * every ladder, replayed from the stored bit vectors, comes to the same decisions and is stored as they leave it; and the scores, marks,
 * references and counts that pages show, from which records and ranks follow, are those that the lines lead to. `since` is a head
 * published earlier (hex): it must still be on the chain, which holds us to the log that others have seen. The check stops at the first
 * problem.
 */
export async function verifyLog({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { since?: string | undefined };
}): Promise<Verification> {
  // One snapshot: releases made meanwhile must not look like errors in the log.
  return ctx.db.transaction((tx) => verify(tx, input.since), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function verify(db: Database, since: string | undefined): Promise<Verification> {
  const ladders = new Map<string, ReplayedLadder>();
  const shown = nothingShown();
  const replay = replayDecisions(db, ladders);
  let previous: { id: number; hash: Uint8Array } = { id: 0, hash: genesisHash };
  let seen = since === undefined || since === hex(genesisHash);
  for await (const read of readLines(db)) {
    const problem = checkLine(read, previous) ?? (await problemIn(db, read, { replay, shown }));
    if (problem) return { lines: previous.id, ok: false, problem };
    previous = read.line;
    seen ||= hex(read.line.hash) === since;
  }
  const lines = previous.id;
  if (!(await isHead(db, previous)))
    return { lines, ok: false, problem: `the line after line ${lines} is missing` };
  if (!seen) return { lines, ok: false, problem: `the head ${since} is not on the chain` };
  const problem = (await compareLadders(db, ladders)) ?? (await compareShown(db, shown));
  if (problem) return { lines, ok: false, problem };
  return { lines, head: hex(previous.hash), ok: true };
}

async function problemIn(
  db: Database,
  read: ReadLine,
  { replay, shown }: { replay: ReturnType<typeof replayDecisions>; shown: Shown },
): Promise<string | null> {
  const parsed = parseLine(read);
  if ("problem" in parsed) return parsed.problem;
  const { id, at } = read.line;
  return (await replay(parsed.line, id)) ?? (await replayShown(db, shown, { line: parsed.line, id, at }));
}

/** The last line must be the one that the log's own head names: this detects lines dropped at the end. */
async function isHead(db: Database, last: { id: number; hash: Uint8Array }): Promise<boolean> {
  const [head] = await db.execute<{ id: string; hash: Uint8Array }>(sql`select id, hash from audit.head`);
  return Number(head?.id) === last.id && hex(head!.hash) === hex(last.hash);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
