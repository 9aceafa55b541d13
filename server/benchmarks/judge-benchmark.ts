import { eq } from "drizzle-orm";
import { benchmarks } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { Context } from "../context";
import type { ScaleName } from "../statistics/scale";
import { benchmarkBySlug } from "./benchmark-by-slug";
import { benchmarkChanged } from "./benchmark-changed";
import { benchmarkFields } from "./benchmark-fields";

/**
 * Sets the scale that a benchmark's verdict and marks are judged on. The choice is a line of the log: made after a look at the
 * results, it could be made for them. For the operator.
 * @throws RungError `not_found`
 */
export async function judgeBenchmark({
  ctx,
  input,
}: {
  ctx: Context;
  input: { slug: string; judgedScale: ScaleName };
}): Promise<void> {
  const { id } = await benchmarkBySlug(ctx.db, input.slug);
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(benchmarks)
      .set({ judgedScale: input.judgedScale })
      .where(eq(benchmarks.id, id))
      .returning();
    await appendLine(tx, { kind: "benchmark", at: ctx.now(), public: benchmarkFields(row!) });
    await benchmarkChanged({ ctx, tx, benchmarkId: id });
  });
}
