import { eq, max } from "drizzle-orm";
import type { Database } from "../../db/client";
import { testSets } from "../../db/schema";
import type { TestSetRole } from "../../db/schema/test-sets";

/**
 * Makes sure that a test set for published results exists. If the benchmark lacks it, it is created without images: it shows
 * published results only, until images are imported under its name.
 */
export async function publishTestSet(
  tx: Database,
  testSet: { benchmarkId: string; name: string; role: TestSetRole },
): Promise<void> {
  const [last] = await tx
    .select({ position: max(testSets.position) })
    .from(testSets)
    .where(eq(testSets.benchmarkId, testSet.benchmarkId));
  await tx
    .insert(testSets)
    .values({ ...testSet, position: (last?.position ?? -1) + 1 })
    .onConflictDoNothing();
}
