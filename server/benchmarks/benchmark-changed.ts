import { eq, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import { benchmarks } from "../../db/schema";
import type { Context } from "../context";

/** Call this in the transaction that changes what a benchmark shows: its views are built again and its fits recomputed. */
export async function benchmarkChanged({
  ctx,
  tx,
  benchmarkId,
}: {
  ctx: Pick<Context, "queue">;
  tx: Database;
  benchmarkId: string;
}): Promise<void> {
  await tx
    .update(benchmarks)
    .set({ revision: sql`${benchmarks.revision} + 1` })
    .where(eq(benchmarks.id, benchmarkId));
  await ctx.queue.enqueue(tx, "refresh-fits", { benchmarkId });
}
