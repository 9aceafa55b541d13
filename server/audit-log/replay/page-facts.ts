import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { anyOf } from "../any-of";
import type { LineOf } from "../line-schema";
import type { LoggedLine } from "../logged-line";
import { type BitsOf, bitsDecidedOn, type DecidedOn, decidedOnKey } from "./decided-on";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

/** What the replay of decisions needs beside their lines. */
export interface PageFacts {
  bitsOf: BitsOf;
  /** The gain that each submission asked for; absent where none was told. */
  atLeast: ReadonlyMap<string, number | undefined>;
}

/** Reads what the decisions in a page of lines need at once: a query for each would take most of the time. */
export async function loadPageFacts(
  db: Database,
  page: readonly LoggedLine[],
  ladders: ReadonlyMap<string, ReplayedLadder>,
): Promise<PageFacts> {
  const decided = page.flatMap(({ line }) => (line.kind === "decision" ? [line] : []));
  const submissions = decided.map((line) => line.public.submission);
  const baselines = decided.flatMap((line) => ladders.get(ladderOf(line))?.baselines.at(-1) ?? []);
  const found = await readBits(db, [...submissions, ...baselines.map(({ submission }) => submission)]);
  const bitsOf: BitsOf = async (on) => {
    const key = decidedOnKey(on);
    const stored = found.get(key) ?? (await readBits(db, [on.submission])).get(key);
    return stored ? bitsDecidedOn(on, stored) : null;
  };
  return { bitsOf, atLeast: await readAsked(db, submissions) };
}

/** The ladder that a decision was made on. */
export function ladderOf({ public: { pool, scope, team } }: LineOf<"decision">): string {
  return ladderKey(pool, scope === "global" ? null : team);
}

async function readBits(db: Database, submissionIds: string[]) {
  if (submissionIds.length === 0) return new Map<string, never>();
  const rows = await db.execute<Omit<DecidedOn, "wrong"> & { total: number; wrong: Uint8Array }>(sql`
    select submission_id as submission, version_id as version, total, wrong from guarded.evaluations
    where submission_id = ${anyOf(submissionIds, "uuid")} and part <> 'audit'`);
  return new Map(rows.map(({ total, wrong, ...on }) => [`${on.submission} ${on.version}`, { total, wrong }]));
}

async function readAsked(db: Database, submissionIds: string[]) {
  if (submissionIds.length === 0) return new Map<string, number>();
  const rows = await db.execute<{ submission: string; asked: number }>(sql`
    select fields->>'submission' as submission, (fields->'atLeast')::int as asked from audit.lines
    where fields->>'submission' = ${anyOf(submissionIds, "text")} and kind = 'submission' and fields ? 'atLeast'`);
  return new Map(rows.map(({ submission, asked }) => [submission, asked]));
}
