import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import type { Holding } from "./beyond-allowance";
import { holdings } from "./holdings";

/** What is stored for a person now, in no order. */
export async function holdingsOf(db: Database, given: { userId: string; now: Date }): Promise<Holding[]> {
  const { userId, now } = given;
  const rows = await db.execute<{ bytes: string; until: number | null }>(
    sql`select bytes, extract(epoch from until)::float8 * 1000 as until from (${holdings({ now, of: userId })}) held`,
  );
  return rows.map(({ bytes, until }) => ({
    bytes: Number(bytes),
    until: until === null ? null : new Date(until),
  }));
}
