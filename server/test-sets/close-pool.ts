import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { lockFor } from "../../db/lock-for";
import { poolClosings, pools } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ActContext } from "../context";
import { RungError } from "../errors";

/** How long a maintainer has to take it back. */
export const undoMs = 24 * 3_600_000;

/** When a pool is closed for which that was asked. */
export function closesAt({ askedAt }: { askedAt: Date }): Date {
  return new Date(askedAt.getTime() + undoMs);
}

/**
 * Asks that a retired pool be closed for good, or takes that back. A day later a worker publishes what was secret of its decisions, with
 * the bits that they were made on, so that anybody can replay every ladder; its images stay refused as hidden ones.
 * @returns when it is closed; null where it was taken back
 * @throws RungError `not_found`; `too_late` for a pool that is in use, is closed, or is to be closed already
 */
export async function closePool({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { benchmark: string; pool: string; reason: string; undo?: boolean };
}): Promise<{ closesAt: string | null }> {
  const at = ctx.now();
  const userId = ctx.viewer?.userId ?? null;
  const { reason, undo = false } = input;
  return ctx.db.transaction(async (tx) => {
    const pool = await poolForAct(tx, input);
    const [before] = await tx.select().from(poolClosings).where(eq(poolClosings.poolId, pool.id));
    refuse(pool, before, undo);
    const asked = { userId, reason, askedAt: at, undoneAt: null };
    if (undo) await tx.update(poolClosings).set({ undoneAt: at }).where(eq(poolClosings.poolId, pool.id));
    else
      await tx
        .insert(poolClosings)
        .values({ poolId: pool.id, ...asked })
        .onConflictDoUpdate({ target: poolClosings.poolId, set: asked });
    const stage = undo ? "undone" : "asked";
    await appendLine(tx, { kind: "pool-closing", at, public: { pool: pool.id, stage, reason, by: userId } });
    return { closesAt: undo ? null : closesAt(asked).toISOString() };
  });
}

async function poolForAct(tx: Database, input: { benchmark: string; pool: string }) {
  const benchmark = await benchmarkBySlug(tx, input.benchmark);
  const named = and(eq(pools.benchmarkId, benchmark.id), eq(pools.name, input.pool));
  const [found] = await tx.select().from(pools).where(named);
  if (!found) throw new RungError("not_found", `${benchmark.name} has no pool "${input.pool}".`, "");
  await lockFor(tx, "pool", found.id);
  return found;
}

function refuse(
  pool: typeof pools.$inferSelect,
  before: typeof poolClosings.$inferSelect | undefined,
  undo: boolean,
): void {
  const asked = before !== undefined && before.undoneAt === null;
  if (before?.closedAt)
    throw new RungError("too_late", `The pool "${pool.name}" is closed.`, "Its secrets are public.");
  if (!pool.retiredAt)
    throw new RungError(
      "too_late",
      `The pool "${pool.name}" is in use.`,
      "Retire its primary test set first.",
    );
  if (asked && !undo)
    throw new RungError(
      "too_late",
      `The pool "${pool.name}" is to be closed already.`,
      "A day passes first.",
    );
  if (!asked && undo)
    throw new RungError("too_late", `Nobody asked that the pool "${pool.name}" be closed.`, "");
}
