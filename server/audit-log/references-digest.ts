import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { referenceModels, referenceResults, testSets } from "../../db/schema";
import { digestOf } from "./digest-of";

/** Of all that is published of others on a benchmark: each model's facts and results, by the names of its test sets. */
export async function referencesDigest(db: Database, benchmarkId: string): Promise<string> {
  const models = await db
    .select()
    .from(referenceModels)
    .where(and(eq(referenceModels.benchmarkId, benchmarkId), isNull(referenceModels.submissionId)));
  const rows = await db
    .select({ result: referenceResults, testSet: testSets.name, role: testSets.role })
    .from(referenceResults)
    .innerJoin(referenceModels, eq(referenceModels.id, referenceResults.referenceModelId))
    .innerJoin(testSets, eq(testSets.id, referenceResults.testSetId))
    .where(and(eq(referenceModels.benchmarkId, benchmarkId), isNull(referenceModels.submissionId)))
    .orderBy(asc(testSets.name), asc(referenceResults.metric));
  const results = new Map<string, typeof rows>();
  for (const row of rows) {
    const { referenceModelId } = row.result;
    results.set(referenceModelId, [...(results.get(referenceModelId) ?? []), row]);
  }
  return digestOf(
    models
      .map(({ id, benchmarkId: _benchmark, submissionId: _none, updatedAt, training, family, ...facts }) => ({
        ...facts,
        // Digests of the time before these could be declared are without them.
        ...(training && { training }),
        ...(family && { family }),
        updatedAt: updatedAt.toISOString(),
        results: (results.get(id) ?? []).map(
          ({ result: { referenceModelId: _model, testSetId: _set, ...numbers }, ...set }) => ({
            ...set,
            ...numbers,
          }),
        ),
      }))
      .sort((a, b) => compare(a.name, b.name) || (a.imageSize ?? 0) - (b.imageSize ?? 0)),
  );
}

/** By code units: the order of a database depends on its locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
