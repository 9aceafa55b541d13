import { sql } from "drizzle-orm";
import type { Database } from "../../db/client";

/**
 * Keeps a model of the store from being swept, or stored and noted, by others until the transaction ends. Whoever also takes a
 * team's turn takes that first.
 */
export async function lockModelFile(tx: Database, hash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`model file ${hash}`}, 0))`);
}
