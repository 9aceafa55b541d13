import { asc, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools } from "../../db/schema";
import { loadSpending } from "../audit/meters/load-spending";
import type { PlacedSet } from "./load-table-sets";
import type { Meter } from "./schemas/public-meter-schema";

/** The public meter of each of the test sets' pools, from released data and nothing else. */
export async function loadMeters(db: Database, sets: readonly PlacedSet[]): Promise<Meter[]> {
  const ids = [...new Set(sets.flatMap((set) => set.poolId ?? []))];
  if (ids.length === 0) return [];
  const found = await db
    .select()
    .from(pools)
    .where(inArray(pools.id, ids))
    .orderBy(asc(pools.createdAt), asc(pools.name));
  return Promise.all(
    found.map(async (pool) => {
      const images = sets.find((set) => set.poolId === pool.id && set.primary)?.images ?? 0;
      const { decided, ...spending } = await loadSpending(db, pool, images);
      const { name, policy, firstReleaseBudget, teamBias } = pool;
      const limits = { firstReleaseBudget, teamBias };
      const rules = { policy: policy.kind, rules: policy };
      return { ...spending, ...rules, ...limits, pool: name, images, scored: decided };
    }),
  );
}
