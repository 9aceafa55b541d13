import { benchmarks } from "../../../db/schema";
import type { Context } from "../../context";

/** Has every benchmark's fits looked at: after an upgrade they may be computed otherwise than the stored ones. */
export async function refreshAllFits({ ctx }: { ctx: Pick<Context, "db" | "queue"> }): Promise<void> {
  for (const { id } of await ctx.db.select({ id: benchmarks.id }).from(benchmarks)) {
    await ctx.queue.enqueue(ctx.db, "refresh-fits", { benchmarkId: id });
  }
}
