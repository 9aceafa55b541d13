import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Context } from "../context";
import { checkLine } from "./check-line";
import type { Checkpoint } from "./checkpoint/checkpoint";
import { stillHolds, takeDigests } from "./checkpoint/take-digests";
import { genesisHash } from "./line-hash";
import type { LoggedLine } from "./logged-line";
import { parseLine } from "./parse-line";
import { type ReadLine, readPages } from "./read-lines";
import { compareLadders } from "./replay/compare-ladders";
import { loadPageFacts } from "./replay/page-facts";
import { replayLine } from "./replay/replay-line";
import { listBlocks } from "./shown/block";
import { compareShown } from "./shown/compare-shown";
import { type Grounds, loadGrounds } from "./shown/grounds";

export type Verification =
  | { lines: number; head: string; ok: true; checkpoint: Checkpoint | null; looked: Looked }
  | { lines: number; ok: false; problem: string };

/** What was computed again: lines after one (0: all), and so many of the blocks of submissions. */
interface Looked {
  after: number;
  blocks: number;
  ofBlocks: number;
}

interface Wanted {
  since?: string | undefined;
  checkpoint?: Checkpoint | null | undefined;
  also?: ((db: Database) => Promise<string | null>) | undefined;
}
type Previous = { id: number; hash: Uint8Array };

/**
 * Checks the whole log at one moment: every line follows the one before it, still has its secret part and fits its kind; every ladder,
 * replayed from the stored bit vectors, comes to the same decisions and is stored as they leave it; and every number and mark that pages
 * show, from which records and ranks follow, is what the lines lead to. The check stops at the first problem.
 * @param input.since a head published earlier (hex): it must still be on the chain, which holds us to the log that others have seen
 * @param input.checkpoint of an earlier verification: what is, digest for digest, what it found good is not computed again; null
 *   where there is none yet, but one is wanted
 * @param input.also checked at the same moment, where the log agrees: what is computed from what it leads to
 */
export async function verifyLog({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: Wanted;
}): Promise<Verification> {
  // One snapshot: releases made meanwhile must not look like errors in the log.
  return ctx.db.transaction((tx) => verify(tx, input), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}

async function verify(db: Database, { since, checkpoint, also }: Wanted): Promise<Verification> {
  const grounds = await loadGrounds(db);
  const digests = checkpoint === undefined ? null : await takeDigests(db, grounds, checkpoint);
  // Where a line is not what it was, all are read: so the first bad one is named.
  const from = checkpoint && digests && stillHolds(checkpoint, digests) ? checkpoint : null;
  const { last, ladders, spokenOf, problem } = await replay(db, grounds, from);
  const stop = (what: string): Verification => ({ lines: last.id, ok: false, problem: what });
  if (problem) return stop(problem);
  if (!(await isHead(db, last))) return stop(`the line after line ${last.id} is missing`);
  for (const seen of [since, checkpoint?.head])
    if (seen && !(await isOnChain(db, seen))) return stop(`the head ${seen} is not on the chain`);
  const all = await listBlocks(db);
  const known = new Map(from?.blocks);
  for (const block of await listBlocks(db, spokenOf)) known.delete(block);
  const now = new Map(digests?.blocks);
  const blocks = all.filter((block) => !known.has(block) || known.get(block) !== now.get(block));
  const differs =
    (await compareLadders(db, ladders)) ?? (await compareShown(db, blocks, grounds)) ?? (await also?.(db));
  if (differs) return stop(differs);
  const head = hex(last.hash);
  const looked = { after: lastOf(from), blocks: blocks.length, ofBlocks: all.length };
  const made = digests && { head, ...digests, ladders: [...ladders] };
  return { lines: last.id, head, ok: true, checkpoint: made, looked };
}

/** Checks the lines, and replays the ladders, from a checkpoint on, or from the beginning. */
async function replay(db: Database, { policies }: Grounds, from: Checkpoint | null) {
  const ladders = new Map(from?.ladders);
  const spokenOf = new Set<string>();
  let last: Previous = from
    ? { id: lastOf(from), hash: Buffer.from(from.head, "hex") }
    : { id: 0, hash: genesisHash };
  for await (const page of readPages(db, last.id)) {
    const { lines, problem } = checkPage(page, last);
    const facts = await loadPageFacts(db, lines, ladders);
    for (const logged of lines) {
      const wrong = await replayLine({ db, ladders, policies, facts }, logged);
      if (wrong) return { last: { ...last, id: logged.id - 1 }, ladders, spokenOf, problem: wrong };
      if (from && "submission" in logged.line.public) spokenOf.add(logged.line.public.submission);
    }
    if (problem) return { last: { ...last, id: last.id + lines.length }, ladders, spokenOf, problem };
    last = page.at(-1) ?? last;
  }
  return { last, ladders, spokenOf, problem: null };
}

const lastOf = (checkpoint: Checkpoint | null): number => checkpoint?.lines.at(-1)?.[0] ?? 0;

/** The lines of a page up to the first that does not follow the one before it, or does not fit its kind, and why. */
function checkPage(page: readonly ReadLine[], first: Previous) {
  const lines: LoggedLine[] = [];
  let previous = first;
  for (const read of page) {
    const wrong = checkLine(read, previous);
    if (wrong) return { lines, problem: wrong };
    const parsed = parseLine(read);
    if ("problem" in parsed) return { lines, problem: parsed.problem };
    lines.push({ id: read.id, at: read.at, line: parsed.line });
    previous = read;
  }
  return { lines, problem: null };
}

/** The last line must be the one that the log's own head names: this detects lines dropped at the end. */
async function isHead(db: Database, last: Previous): Promise<boolean> {
  const [head] = await db.execute<{ id: string; hash: Uint8Array }>(sql`select id, hash from audit.head`);
  return Number(head?.id) === last.id && hex(head!.hash) === hex(last.hash);
}

/** Every hash was checked before. */
async function isOnChain(db: Database, head: string): Promise<boolean> {
  if (head === hex(genesisHash)) return true;
  const found = await db.execute(sql`select from audit.lines where hash = decode(${head}, 'hex') limit 1`);
  return found.length > 0;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
