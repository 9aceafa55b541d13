import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { referenceModels, referenceResults, testSets } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { referencesDigest } from "../audit-log/references-digest";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { Context } from "../context";
import { RungError } from "../errors";
import { releaseExact } from "../release/released-score";
import { publishTestSet } from "../test-sets/publish-test-set";
import { type ParsedReference, type Reference, referenceSchema } from "./reference-schema";

type Known = typeof referenceModels.$inferSelect;

export interface ImportedReferences {
  imported: number;
  changed: number;
  unchanged: number;
}

/**
 * Imports published results of models, identified by (name, image size); a known model is updated. All or nothing.
 * @throws RungError `bad_input` naming the model and what is wrong, also for one that was evaluated here; `not_found` for a test set that the benchmark lacks
 */
export async function importReferences({
  ctx,
  input,
}: {
  ctx: Context;
  input: {
    benchmark: string;
    models: Reference[];
    /** Created if the benchmark lacks them. */
    testSets?: Pick<typeof testSets.$inferSelect, "name" | "role">[];
  };
}): Promise<ImportedReferences> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const models = input.models.map((model) => parseReference(model));
  return ctx.db.transaction(async (tx) => {
    for (const testSet of input.testSets ?? [])
      await publishTestSet(tx, { benchmarkId: benchmark.id, ...testSet });
    const sets = await tx.select().from(testSets).where(eq(testSets.benchmarkId, benchmark.id));
    const idOf = new Map(sets.map((testSet) => [testSet.name, testSet.id]));
    const rows = models.map((model) => model.results.map((result) => resultRow(model.name, result, idOf)));
    const { ids, made, changed } = await putModels(tx, ctx.now(), benchmark.id, models);
    const written = await putResults(
      tx,
      rows.flatMap((results, i) => results.map((row) => ({ ...row, referenceModelId: ids[i]! }))),
    );
    const touched = ids.filter((id) => !made.has(id) && (changed.has(id) || written.has(id))).length;
    const counts = { imported: made.size, changed: touched, unchanged: ids.length - made.size - touched };
    if (counts.imported + counts.changed > 0) {
      await appendLine(tx, {
        kind: "reference-import",
        at: ctx.now(),
        public: { benchmark: benchmark.id, ...counts, digest: await referencesDigest(tx, benchmark.id) },
      });
      await benchmarkChanged({ ctx, tx, benchmarkId: benchmark.id });
    }
    return counts;
  });
}

const keyOf = ({ name, imageSize }: Pick<ParsedReference, "name" | "imageSize">) =>
  JSON.stringify([name, imageSize]);

function parseReference(model: Reference): ParsedReference {
  const parsed = referenceSchema.safeParse(model);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new RungError(
      "bad_input",
      `The model "${model.name}" is refused: ${problems.join("; ")}.`,
      "Nothing was imported.",
    );
  }
  return parsed.data;
}

/** Inserts new models and updates those with a changed fact; `ids` are in the order given. */
async function putModels(tx: Database, now: Date, benchmarkId: string, models: ParsedReference[]) {
  const stored = await tx.select().from(referenceModels).where(eq(referenceModels.benchmarkId, benchmarkId));
  const known = new Map<string, Known>(stored.map((row) => [keyOf(row), row]));
  const missing = models.filter((model) => !known.has(keyOf(model)));
  const made = new Set<string>();
  for (const part of parts(missing)) {
    const rows = part.map(({ results: _results, ...facts }) => ({ ...facts, benchmarkId, updatedAt: now }));
    for (const row of await tx.insert(referenceModels).values(rows).returning()) {
      known.set(keyOf(row), row);
      made.add(row.id);
    }
  }
  const changed = new Set<string>();
  for (const { results: _results, ...facts } of models) {
    const row = known.get(keyOf(facts))!;
    if (row.submissionId) {
      throw new RungError(
        "bad_input",
        `"${facts.name}" was evaluated here, and its own scores are shown.`,
        "Nothing was imported. Give the published model another name.",
      );
    }
    if (made.has(row.id) || !differs(facts, row)) continue;
    await tx
      .update(referenceModels)
      .set({ ...facts, updatedAt: now })
      .where(eq(referenceModels.id, row.id));
    changed.add(row.id);
  }
  return { ids: models.map((model) => known.get(keyOf(model))!.id), made, changed };
}

/** Inserts or updates results; returns the ids of the models with a result that was new or changed. */
async function putResults(
  tx: Database,
  rows: (typeof referenceResults.$inferInsert)[],
): Promise<Set<string>> {
  const set = {
    correct: sql`excluded.correct`,
    total: sql`excluded.total`,
    accuracy: sql`excluded.accuracy`,
    lower: sql`excluded.lower`,
    upper: sql`excluded.upper`,
  };
  const written = new Set<string>();
  for (const part of parts(rows)) {
    const touched = await tx
      .insert(referenceResults)
      .values(part)
      .onConflictDoUpdate({
        target: [referenceResults.referenceModelId, referenceResults.testSetId, referenceResults.metric],
        set,
        setWhere: sql`(${referenceResults.correct}, ${referenceResults.total}, ${referenceResults.accuracy}, ${referenceResults.lower}, ${referenceResults.upper})
          is distinct from (excluded.correct, excluded.total, excluded.accuracy, excluded.lower, excluded.upper)`,
      })
      .returning({ id: referenceResults.referenceModelId });
    for (const row of touched) written.add(row.id);
  }
  return written;
}

function resultRow(name: string, result: ParsedReference["results"][number], idOf: Map<string, string>) {
  const { testSet, metric, correct, total } = result;
  const testSetId = idOf.get(testSet);
  if (!testSetId) {
    const known = [...idOf.keys()].join(", ");
    const message = `The benchmark has no test set "${testSet}" (model "${name}").`;
    throw new RungError("not_found", message, `It has: ${known}.`);
  }
  if (correct !== null && total !== null) {
    if (correct > total) throw new RungError("bad_input", `"${name}" has ${correct} correct of ${total}.`);
    const { accuracy, interval } = releaseExact({ correct, total });
    const { lower, upper } = interval!;
    return { testSetId, metric, correct, total, accuracy: accuracy!, lower, upper };
  }
  if (result.accuracy === undefined) {
    throw new RungError("bad_input", `"${name}" has neither a count nor an accuracy on "${testSet}".`);
  }
  const { accuracy, lower, upper } = result;
  return { testSetId, metric, correct: null, total, accuracy, lower, upper };
}

function differs(facts: Record<string, unknown>, known: Record<string, unknown>): boolean {
  return Object.entries(facts).some(([key, value]) => value !== undefined && known[key] !== value);
}

/** A statement takes at most 65,535 values. */
function parts<Item>(items: readonly Item[]): Item[][] {
  return items.length === 0 ? [] : [items.slice(0, 1_000), ...parts(items.slice(1_000))];
}
