import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { decisionCounts } from "../../db/schema";

/**
 * Whether any decision was ever made on a pool. Its ladders are hidden from the web's role; that there were decisions is public.
 */
export async function laddersBegan(tx: Database, poolId: string): Promise<boolean> {
  const [decided] = await tx
    .select({ poolId: decisionCounts.poolId })
    .from(decisionCounts)
    .where(eq(decisionCounts.poolId, poolId))
    .limit(1);
  return decided !== undefined;
}
