import { eq } from "drizzle-orm";
import { adaptivity, benchmarks, pools, publishedAdaptivity } from "../../../db/schema";
import type { AuditorContext, Context } from "../../context";
import type { AdaptivityView } from "./adaptivity-schema";

/**
 * The last measured adaptivity to a pool's hidden set; null if it has not been measured. For maintainers while the pool is
 * active.
 */
export async function getAdaptivity({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { pool: string };
}): Promise<AdaptivityView | null> {
  return read(ctx, adaptivity, input.pool);
}

/** The adaptivity to a retired pool's hidden set, for everyone; null while the pool is active. */
export async function getPublishedAdaptivity({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { pool: string };
}): Promise<AdaptivityView | null> {
  return read(ctx, publishedAdaptivity, input.pool);
}

async function read(
  { db }: Pick<Context, "db">,
  table: typeof adaptivity | typeof publishedAdaptivity,
  pool: string,
): Promise<AdaptivityView | null> {
  const [row] = await db
    .select({
      pool: pools.name,
      benchmark: benchmarks.slug,
      measuredAt: table.measuredAt,
      result: table.result,
    })
    .from(table as typeof adaptivity)
    .innerJoin(pools, eq(pools.id, table.poolId))
    .innerJoin(benchmarks, eq(benchmarks.id, pools.benchmarkId))
    .where(eq(table.poolId, pool));
  return row ? { ...row, measuredAt: row.measuredAt.toISOString() } : null;
}
