import { testSets } from "../../db/schema";
import { createBenchmark } from "../benchmarks/create-benchmark";
import type { Context } from "../context";
import { importReferences } from "../references/import-references";
import type { Reference } from "../references/reference-schema";

/** A benchmark of published results, without images of ours; its test sets are in the order in which they are shown. */
export interface PublishedBoard {
  benchmark: Parameters<typeof createBenchmark>[0]["input"];
  testSets: readonly Pick<typeof testSets.$inferSelect, "name" | "role" | "description">[];
  models: Reference[];
}

/**
 * Makes a benchmark, its test sets and its reference models, all or nothing.
 * @throws what `createBenchmark` and `importReferences` throw
 */
export async function publishBoard({ ctx, input }: { ctx: Context; input: PublishedBoard }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const inTransaction = { ...ctx, db: tx };
    const { id, slug } = await createBenchmark({ ctx: inTransaction, input: input.benchmark });
    const rows = input.testSets.map(({ name, role, description }, position) => ({
      benchmarkId: id,
      name,
      role,
      description,
      position,
    }));
    await tx.insert(testSets).values(rows);
    await importReferences({ ctx: inTransaction, input: { benchmark: slug, models: input.models } });
  });
}
