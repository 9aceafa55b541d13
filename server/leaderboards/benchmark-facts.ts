import type { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import { cacheByRevision } from "./cache-by-revision";
import { loadChanges } from "./load-changes";
import { loadMeters } from "./load-meters";
import { loadRecords } from "./load-records";
import { loadTableSets, type PlacedSet } from "./load-table-sets";
import type { BenchmarkView, RecordView } from "./schemas/benchmark-schema";
import type { Change } from "./schemas/figure-schema";
import type { Meter } from "./schemas/public-meter-schema";
import { viewBenchmarks } from "./view-benchmarks";

/** Facts shared by all tables of a benchmark. */
export interface BenchmarkFacts {
  view: BenchmarkView;
  original: PlacedSet | null;
  others: PlacedSet[];
  meters: Meter[];
  changes: Change[];
  records: RecordView[];
}

const cached = cacheByRevision<BenchmarkFacts>({ most: 200, weigh: () => 1 });

/** A benchmark's view, test sets, meters and records as of its revision. */
export function benchmarkFacts(
  ctx: Context,
  benchmark: typeof benchmarks.$inferSelect,
): Promise<BenchmarkFacts> {
  return cached(benchmark.id, benchmark.revision, async () => {
    const sets = await loadTableSets(ctx.db, benchmark.id);
    const [[view], meters, changes, records] = await Promise.all([
      viewBenchmarks(ctx.db, [benchmark]),
      loadMeters(ctx.db, sets.others),
      loadChanges(ctx.db, sets),
      loadRecords(ctx.db, { benchmarkId: benchmark.id }),
    ]);
    return { view: view!, ...sets, meters, changes, records };
  });
}
