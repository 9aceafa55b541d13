import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/**
 * Until the transaction ends, nobody else can sweep this model, or store and record it. If a team must be locked too, lock the
 * team first.
 */
export async function lockModelFile(tx: Database, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`model file ${hash}`}, 0))`);
}
