import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../db/client";
import { referenceModels, referenceResults, testSets } from "../../db/schema";
import { appendLine } from "../audit/append-line";
import type { Context } from "../context";
import { RungError } from "../errors";
import { releaseExact } from "../release/released-score";
import { benchmarkBySlug } from "./benchmark-by-slug";
import { benchmarkChanged } from "./benchmark-changed";

const fraction = z.number().min(0).max(1, { error: "percent given where a fraction is expected" });

/** A published result: a count of a total, or an accuracy (fraction) as printed, with its interval where one is printed. */
export const publishedResultSchema = z.object({
  testSet: z.string().min(1),
  metric: z.enum(["top1", "top5"]).default("top1"),
  correct: z.int().min(0).nullable().default(null),
  total: z.int().min(1).nullable().default(null),
  accuracy: fraction.optional(),
  lower: fraction.nullable().default(null),
  upper: fraction.nullable().default(null),
});

export const referenceSchema = z.object({
  name: z.string().min(1).max(200),
  source: z.string().default(""),
  url: z.url().nullable().default(null),
  year: z.int().nullable().default(null),
  parameters: z.number().nullable().default(null),
  imageSize: z.int().nullable().default(null),
  notInFit: z.string().nullable().default(null),
  results: z.array(publishedResultSchema).min(1),
});
export type Reference = z.input<typeof referenceSchema>;

export interface ImportedReferences {
  imported: number;
  changed: number;
  unchanged: number;
}

/**
 * Takes in published results of models, named by (name, image size); a known one is brought up to date. All or nothing.
 * @throws RungError `bad_input` naming the model and what is wrong; `not_found` for a test set that the benchmark lacks
 */
export async function importReferences({
  ctx,
  input,
}: {
  ctx: Context;
  input: { benchmark: string; models: Reference[] };
}): Promise<ImportedReferences> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const models = input.models.map(parseReference);
  return ctx.db.transaction(async (tx) => {
    const sets = await tx.select().from(testSets).where(eq(testSets.benchmarkId, benchmark.id));
    const idOf = new Map(sets.map((testSet) => [testSet.name, testSet.id]));
    const counts: ImportedReferences = { imported: 0, changed: 0, unchanged: 0 };
    for (const model of models) counts[await putModel(tx, ctx.now(), benchmark.id, model, idOf)] += 1;
    if (counts.imported + counts.changed > 0) {
      await appendLine(tx, {
        kind: "reference-import",
        at: ctx.now(),
        public: { benchmark: benchmark.id, ...counts },
      });
      await benchmarkChanged({ ctx, tx, benchmarkId: benchmark.id });
    }
    return counts;
  });
}

type Parsed = z.infer<typeof referenceSchema>;

function parseReference(model: Reference): Parsed {
  const parsed = referenceSchema.safeParse(model);
  if (!parsed.success)
    throw new RungError(
      "bad_input",
      `The model "${model.name}" is refused: ${z.prettifyError(parsed.error)}`,
    );
  return parsed.data;
}

async function putModel(
  tx: Database,
  now: Date,
  benchmarkId: string,
  model: Parsed,
  idOf: Map<string, string>,
): Promise<keyof ImportedReferences> {
  const { results, ...facts } = model;
  const rows = results.map((result) => resultRow(model.name, result, idOf));
  const sameSize =
    model.imageSize === null
      ? isNull(referenceModels.imageSize)
      : eq(referenceModels.imageSize, model.imageSize);
  const [known] = await tx
    .select()
    .from(referenceModels)
    .where(and(eq(referenceModels.benchmarkId, benchmarkId), eq(referenceModels.name, model.name), sameSize));
  const [kept] = known
    ? [known]
    : await tx
        .insert(referenceModels)
        .values({ ...facts, benchmarkId, updatedAt: now })
        .returning();
  const factsChanged = known !== undefined && differs(facts, known);
  if (factsChanged)
    await tx
      .update(referenceModels)
      .set({ ...facts, updatedAt: now })
      .where(eq(referenceModels.id, known.id));
  const written = await writeResults(tx, kept!.id, rows);
  if (!known) return "imported";
  return factsChanged || written > 0 ? "changed" : "unchanged";
}

/** Inserts or updates results; only rows that differ are written. */
async function writeResults(tx: Database, referenceModelId: string, rows: ReturnType<typeof resultRow>[]) {
  const set = {
    correct: sql`excluded.correct`,
    total: sql`excluded.total`,
    accuracy: sql`excluded.accuracy`,
    lower: sql`excluded.lower`,
    upper: sql`excluded.upper`,
  };
  const written = await tx
    .insert(referenceResults)
    .values(rows.map((row) => ({ ...row, referenceModelId })))
    .onConflictDoUpdate({
      target: [referenceResults.referenceModelId, referenceResults.testSetId, referenceResults.metric],
      set,
      setWhere: sql`(${referenceResults.correct}, ${referenceResults.total}, ${referenceResults.accuracy}, ${referenceResults.lower}, ${referenceResults.upper})
        is distinct from (excluded.correct, excluded.total, excluded.accuracy, excluded.lower, excluded.upper)`,
    })
    .returning({ id: referenceResults.referenceModelId });
  return written.length;
}

function resultRow(name: string, result: Parsed["results"][number], idOf: Map<string, string>) {
  const { testSet, metric, correct, total } = result;
  const testSetId = idOf.get(testSet);
  if (!testSetId) {
    const known = [...idOf.keys()].join(", ");
    throw new RungError(
      "not_found",
      `The benchmark has no test set "${testSet}" (model "${name}").`,
      `It has: ${known}.`,
    );
  }
  if (correct !== null && total !== null) {
    if (correct > total) throw new RungError("bad_input", `"${name}" has ${correct} correct of ${total}.`);
    const { accuracy, interval } = releaseExact({ correct, total });
    return {
      testSetId,
      metric,
      correct,
      total,
      accuracy: accuracy!,
      lower: interval!.lower,
      upper: interval!.upper,
    };
  }
  if (result.accuracy === undefined)
    throw new RungError("bad_input", `"${name}" has neither a count nor an accuracy on "${testSet}".`);
  return {
    testSetId,
    metric,
    correct: null,
    total,
    accuracy: result.accuracy,
    lower: result.lower,
    upper: result.upper,
  };
}

function differs(facts: Record<string, unknown>, known: Record<string, unknown>): boolean {
  return Object.entries(facts).some(([key, value]) => known[key] !== value);
}
