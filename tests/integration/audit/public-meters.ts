import type { Database } from "@/db/client";
import { loadMeters } from "@/server/leaderboards/load-meters";
import { loadTableSets } from "@/server/leaderboards/load-table-sets";

/** The public meters of a benchmark's pools. */
export async function getBenchmarkMeters(db: Database, benchmarkId: string) {
  const { others } = await loadTableSets(db, benchmarkId);
  return loadMeters(db, others);
}
