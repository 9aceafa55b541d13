import { asc, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { vouchRules } from "../../../db/schema";

/** The rules that vouch now, the oldest first. */
export async function rulesInForce(db: Database): Promise<(typeof vouchRules.$inferSelect)[]> {
  return await db.select().from(vouchRules).where(isNull(vouchRules.endedAt)).orderBy(asc(vouchRules.setAt));
}
