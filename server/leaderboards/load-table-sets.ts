import { asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, testSets, testSetVersions } from "../../db/schema";
import type { Policy } from "../release/policy";
import { isPrimary } from "../test-sets/primary";
import type { TableSet } from "./table-set";

/** A test set of a benchmark as tables need it; `policy` is its pool's. */
export type PlacedSet = TableSet & {
  primary: boolean;
  poolId: string | null;
  policy: Policy | null;
};

/**
 * The test sets that a benchmark's tables compare: the first original one with each of the others. Scores count on the newest
 * active version, or on the last version of a retired test set.
 */
export async function loadTableSets(
  db: Database,
  benchmarkId: string,
): Promise<{ original: PlacedSet | null; others: PlacedSet[] }> {
  const rows = await db
    .selectDistinctOn([testSets.role, testSets.position, testSets.createdAt, testSets.id], {
      id: testSets.id,
      name: testSets.name,
      role: testSets.role,
      primary: isPrimary,
      versionId: testSetVersions.id,
      images: testSetVersions.images,
      poolId: testSets.poolId,
      policy: pools.policy,
    })
    .from(testSets)
    .leftJoin(testSetVersions, eq(testSetVersions.testSetId, testSets.id))
    .leftJoin(pools, eq(pools.id, testSets.poolId))
    .where(eq(testSets.benchmarkId, benchmarkId))
    .orderBy(
      asc(testSets.role),
      asc(testSets.position),
      asc(testSets.createdAt),
      asc(testSets.id),
      sql`${testSetVersions.state} = 'active' desc nulls last`,
      desc(testSetVersions.number),
    );
  const sets = rows.map((set) => ({
    ...set,
    decidedBy:
      set.poolId && (rows.find((one) => one.poolId === set.poolId && one.primary)?.versionId ?? null),
  }));
  const original = sets.find((set) => set.role === "original") ?? null;
  return { original, others: sets.filter((set) => set !== original) };
}
