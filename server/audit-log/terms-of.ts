import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, testSets } from "../../db/schema";

/** What the line of an import `at` this moment says of its test set and of its pool beside the images. */
export async function termsOf(
  tx: Database,
  given: { testSetId: string; number: number; poolId: string | null; at: Date },
) {
  const { testSetId, number, poolId, at } = given;
  const [testSet] = await tx.select().from(testSets).where(eq(testSets.id, testSetId));
  const [pool] = poolId ? await tx.select().from(pools).where(eq(pools.id, poolId)) : [];
  return {
    number,
    description: testSet!.description,
    primary: testSet!.primarySince?.getTime() === at.getTime(),
    terms: pool ? termsOfPool(pool) : null,
  };
}

/** The terms under which a pool releases scores, as lines and pages say them. */
function termsOfPool(pool: typeof pools.$inferSelect) {
  const { name, policy, lifetime, firstReleaseBudget, teamBias } = pool;
  return { name, policy: { ...policy }, lifetime, firstReleaseBudget, teamBias };
}
