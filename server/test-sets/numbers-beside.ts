import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks, type pools, testSets } from "../../db/schema";
import { metricsFor } from "../evaluation/metric";

/** How many numbers a climb can let out beside the one that decides: of the pool's other metrics and test sets, retired ones included. */
export async function numbersBeside(
  db: Database,
  pool: Pick<typeof pools.$inferSelect, "id" | "benchmarkId">,
): Promise<number> {
  const [benchmark] = await db
    .select({ classes: benchmarks.classes })
    .from(benchmarks)
    .where(eq(benchmarks.id, pool.benchmarkId));
  const sets = await db.$count(testSets, eq(testSets.poolId, pool.id));
  return Math.max(0, sets * metricsFor(benchmark?.classes.length ?? 0).length - 1);
}
