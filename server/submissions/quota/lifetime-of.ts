import { and, eq, isNull, min } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { pools } from "../../../db/schema";

/** Submissions that a team may ever make on a benchmark: the benchmark's own number, or its tightest pool's; null: no limit. */
export async function lifetimeOf(
  db: Database,
  benchmark: { id: string; lifetime: number | null },
): Promise<number | null> {
  const [row] = await db
    .select({ tightest: min(pools.lifetime) })
    .from(pools)
    .where(and(eq(pools.benchmarkId, benchmark.id), isNull(pools.retiredAt)));
  return benchmark.lifetime ?? row?.tightest ?? null;
}
