import { and, eq, isNull, ne } from "drizzle-orm";
import { openLabels, testSets, testSetVersions } from "../../db/schema";
import { publishLabels } from "./publish-labels";
import type { TestSetContext } from "./test-set-context";

/** Stores the labels of public test sets that were imported before labels were stored. Throws in the end if any cannot be read. */
export async function publishMissingLabels({ ctx }: { ctx: TestSetContext }): Promise<void> {
  const missing = await ctx.db
    .select({ id: testSetVersions.id, storeKey: testSetVersions.storeKey })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(openLabels, eq(openLabels.versionId, testSetVersions.id))
    .where(and(ne(testSets.role, "hidden"), isNull(openLabels.versionId)));
  const faults: unknown[] = [];
  for (const { id, storeKey } of missing) {
    try {
      const labels = await ctx.testSets.loadLabels(storeKey);
      await publishLabels(ctx.db, { versionId: id, labels, names: null });
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, "some labels of public test sets cannot be read");
}
