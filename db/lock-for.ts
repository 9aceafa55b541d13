import { sql } from "drizzle-orm";
import type { Database } from "./client";

/**
 * Locks a team or a pool until the transaction ends: an advisory lock, which needs no right to change anything. Lock the team
 * first, then pools in the order of their ids.
 */
export async function lockFor(tx: Database, whose: "team" | "pool", id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${whose} ${id}`}, 0))`);
}
