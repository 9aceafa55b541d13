import { asc } from "drizzle-orm";
import { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import { cacheByRevision } from "./cache-by-revision";
import { loadMeters } from "./load-meters";
import { loadTableSets } from "./load-table-sets";
import type { BenchmarkMeters, Meter } from "./schemas/public-meter-schema";

const cached = cacheByRevision<Meter[]>({ most: 1000, weigh: (meters) => meters.length });

/** The public meters of all benchmarks, in the benchmarks' set order. */
export async function listMeters({ ctx }: { ctx: Pick<Context, "db"> }): Promise<BenchmarkMeters[]> {
  const all = await ctx.db.select().from(benchmarks).orderBy(asc(benchmarks.position), asc(benchmarks.name));
  return Promise.all(
    all.map(async ({ id, slug, name, revision }) => ({
      slug,
      name,
      meters: await cached(id, revision, async () =>
        loadMeters(ctx.db, (await loadTableSets(ctx.db, id)).others),
      ),
    })),
  );
}
