import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { Context } from "../context";
import type { BenchmarkView } from "./schemas/benchmark-schema";
import { viewBenchmarks } from "./view-benchmarks";

/**
 * One benchmark's public view.
 * @throws RungError `not_found`
 */
export async function getBenchmark({
  ctx,
  input,
}: {
  ctx: Context;
  input: { slug: string };
}): Promise<BenchmarkView> {
  const [view] = await viewBenchmarks(ctx.db, [await benchmarkBySlug(ctx.db, input.slug)]);
  return view!;
}
