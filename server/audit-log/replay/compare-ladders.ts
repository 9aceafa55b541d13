import { isNotNull, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { ladders, teams } from "../../../db/schema";
import { canonicalJson } from "../canonical-json";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

/**
 * Checks that the stored ladders, from which the next decisions are made, are those that the log leads to.
 * @returns what does not agree, in words, or null
 */
export async function compareLadders(
  db: Database,
  replayed: ReadonlyMap<string, ReplayedLadder>,
): Promise<string | null> {
  const { poolId, teamId, state, baseline } = ladders;
  const wrong = sql<string | null>`encode(sha256(${baseline}), 'hex')`;
  const stored = await db.select({ poolId, teamId, state, wrong }).from(ladders);
  const open = await withJoinsToCome(db, stored);
  const left = new Map(replayed);
  for (const { poolId, teamId, state, wrong } of stored) {
    const key = ladderKey(poolId, teamId);
    const given = left.get(key);
    left.delete(key);
    if (teamId && open.has(teamId)) continue;
    if (!given) return "a ladder is stored that no line leads to";
    const baseline = given.baselines.at(-1)?.wrong ?? null;
    if (canonicalJson(state) !== canonicalJson(given.state) || wrong !== baseline)
      return `line ${given.line}: the stored ladder is not the one that it leads to`;
  }
  const lost = [...left.values()].find(({ teamId }) => !teamId || !open.has(teamId));
  return lost ? `line ${lost.line}: the ladder that it leads to is not stored` : null;
}

/** Teams whose ladders a worker has yet to join, and the teams they join: the log is ahead of them. */
async function withJoinsToCome(
  db: Database,
  stored: readonly { teamId: string | null }[],
): Promise<Set<string>> {
  const merged = await db.select().from(teams).where(isNotNull(teams.mergedIntoId));
  const into = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const open = new Set<string>();
  for (const { teamId } of stored) {
    if (!teamId || !into.get(teamId)) continue;
    for (let at: string | null | undefined = teamId; at; at = into.get(at)) open.add(at);
  }
  return open;
}
