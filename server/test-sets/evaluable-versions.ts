import { and, asc, desc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, testSets, testSetVersions } from "../../db/schema";
import { isPrimary } from "./primary";

/**
 * The active versions of a benchmark's test sets, one per test set (the newest), original ones first. A hidden one comes with its
 * pool; `primary` means that its top-1 count decides.
 */
export async function evaluableVersions(db: Database, benchmarkId: string) {
  const rows = await db
    .select({ version: testSetVersions, testSet: testSets, pool: pools, primary: isPrimary })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(pools, eq(pools.id, testSets.poolId))
    .where(and(eq(testSets.benchmarkId, benchmarkId), eq(testSetVersions.state, "active")))
    .orderBy(
      asc(testSets.role),
      asc(testSets.position),
      asc(testSets.createdAt),
      desc(testSetVersions.number),
    );
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.testSet.id)) newest.set(row.testSet.id, row);
  return [...newest.values()];
}

export type EvaluableVersion = Awaited<ReturnType<typeof evaluableVersions>>[number];
