import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { lockFor } from "../../db/lock-for";
import { poolClosings } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { Context } from "../context";
import { undoMs } from "./close-pool";

/**
 * Closes the pools for which a maintainer asked a day ago: their secrets are published, each pool's whole or not at all. The database
 * checks in the log itself that it was asked for. Needs the worker's rights.
 */
export async function closeDuePools({ ctx }: { ctx: Pick<Context, "db" | "now"> }): Promise<void> {
  const at = ctx.now();
  const due = and(
    isNull(poolClosings.closedAt),
    isNull(poolClosings.undoneAt),
    lte(poolClosings.askedAt, new Date(at.getTime() - undoMs)),
  );
  for (const { poolId } of await ctx.db.select().from(poolClosings).where(due)) {
    await ctx.db.transaction(async (tx) => {
      await lockFor(tx, "pool", poolId);
      const closed = await tx
        .update(poolClosings)
        .set({ closedAt: at })
        .where(and(eq(poolClosings.poolId, poolId), due))
        .returning({ poolId: poolClosings.poolId });
      if (closed.length === 0) return;
      await tx.execute(sql`select audit.close_pool(${poolId}, ${at.toISOString()})`);
      await appendLine(tx, { kind: "pool-closing", at, public: { pool: poolId, stage: "closed" } });
    });
  }
}
