import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { lockFor } from "../../db/lock-for";
import { pools, testSets, testSetVersions } from "../../db/schema";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import { RungError } from "../errors";

/**
 * The test set that a maintainer acts on, with its pool, which is locked: none of its ladders steps meanwhile.
 * @throws RungError `not_found`
 */
export async function testSetForAct(tx: Database, input: { benchmark: string; testSet: string }) {
  const benchmark = await benchmarkBySlug(tx, input.benchmark);
  const [testSet] = await tx
    .select()
    .from(testSets)
    .where(and(eq(testSets.benchmarkId, benchmark.id), eq(testSets.name, input.testSet)));
  if (!testSet) {
    throw new RungError("not_found", `${benchmark.name} has no test set "${input.testSet}".`, "");
  }
  if (testSet.poolId) await lockFor(tx, "pool", testSet.poolId);
  const [pool] = testSet.poolId ? await tx.select().from(pools).where(eq(pools.id, testSet.poolId)) : [];
  const versions = await tx
    .select()
    .from(testSetVersions)
    .where(eq(testSetVersions.testSetId, testSet.id))
    .orderBy(asc(testSetVersions.number));
  return { benchmark, testSet, pool: pool ?? null, versions };
}
