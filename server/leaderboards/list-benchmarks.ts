import { asc } from "drizzle-orm";
import { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import type { BenchmarkView } from "./schemas/benchmark-schema";
import { viewBenchmarks } from "./view-benchmarks";

/** All benchmarks, in their set order. */
export async function listBenchmarks({ ctx }: { ctx: Context }): Promise<BenchmarkView[]> {
  const rows = await ctx.db.select().from(benchmarks).orderBy(asc(benchmarks.position), asc(benchmarks.name));
  return viewBenchmarks(ctx.db, rows);
}
