import { and, asc, eq, max } from "drizzle-orm";
import type { Database } from "../../db/client";
import { type benchmarks, referenceModels, referenceResults, submissions, testSets } from "../../db/schema";
import type { TestSetRole } from "../../db/schema/test-sets";
import { metricsFor } from "../evaluation/metric";
import { evaluableVersions } from "../test-sets/evaluable-versions";
import { isPrimary } from "../test-sets/primary";
import { cacheByRevision } from "./cache-by-revision";
import { loadRecords } from "./load-records";
import type { BenchmarkView } from "./schemas/benchmark-schema";

type Row = typeof benchmarks.$inferSelect;

const cached = cacheByRevision<BenchmarkView>({ most: 1000, weigh: () => 1 });

/** The public view of benchmarks, in the order given, with their test sets (original ones first) and entries. */
export async function viewBenchmarks(db: Database, rows: Row[]): Promise<BenchmarkView[]> {
  return Promise.all(rows.map((row) => cached(row.id, row.revision, () => viewBenchmark(db, row))));
}

async function viewBenchmark(db: Database, row: Row): Promise<BenchmarkView> {
  const { id, slug, name, description, classes, inputSize } = row;
  const [sets, versions, published, references, entries, records] = await Promise.all([
    db
      .select({ testSet: testSets, primary: isPrimary })
      .from(testSets)
      .where(eq(testSets.benchmarkId, id))
      .orderBy(asc(testSets.role), asc(testSets.position), asc(testSets.createdAt)),
    evaluableVersions(db, id),
    publishedTotals(db, id),
    db.$count(referenceModels, eq(referenceModels.benchmarkId, id)),
    db.$count(
      submissions,
      and(eq(submissions.benchmarkId, id), eq(submissions.kind, "entry"), eq(submissions.state, "scored")),
    ),
    loadRecords(db, { benchmarkId: id }),
  ]);
  const active = new Map(
    versions.filter(({ pool }) => !pool?.retiredAt).map((version) => [version.testSet.id, version]),
  );
  const primary = sets.find((set) => set.primary);
  const accepts = (role: TestSetRole) =>
    [...active.values()].some((version) => version.testSet.role === role);
  return {
    id,
    slug,
    name,
    description,
    classes,
    inputSize,
    testSets: sets.map(({ testSet }) => ({
      name: testSet.name,
      role: testSet.role,
      description: testSet.description,
      images: active.get(testSet.id)?.version.images ?? published.get(testSet.id) ?? null,
      evaluable: active.has(testSet.id),
      primary: active.get(testSet.id)?.primary ?? false,
    })),
    metrics: metricsFor(row.classes.length),
    accepting: accepts("original") && (accepts("hidden") || accepts("public")),
    references,
    entries,
    record: records.find((record) => record.testSet === primary?.testSet.name) ?? null,
  };
}

/** Number of images behind published results, by test set. */
async function publishedTotals(db: Database, benchmarkId: string) {
  const rows = await db
    .select({ testSetId: referenceResults.testSetId, total: max(referenceResults.total) })
    .from(referenceResults)
    .innerJoin(testSets, eq(testSets.id, referenceResults.testSetId))
    .where(eq(testSets.benchmarkId, benchmarkId))
    .groupBy(referenceResults.testSetId);
  return new Map(rows.map((row) => [row.testSetId, row.total]));
}
