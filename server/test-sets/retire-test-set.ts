import { and, eq, inArray, ne } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, testSets, testSetVersions } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../context";
import { RungError } from "../errors";
import { evaluableVersions } from "./evaluable-versions";
import { testSetForAct } from "./test-set-for-act";
import { withdrawWaiting } from "./withdraw-waiting";

/**
 * Retires a test set: nothing more is scored on it, and its scores stay. The primary test set decides for its whole pool, so the
 * pool retires with it, for good: its ladders close and its adaptivity is published.
 * @returns the names of the retired test sets
 * @throws RungError `not_found`; `too_late` if none of its versions is active
 */
export async function retireTestSet({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { benchmark: string; testSet: string };
}): Promise<{ retired: string[]; pool: boolean }> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const { benchmark, testSet, pool } = await testSetForAct(tx, input);
    const active = await evaluableVersions(tx, benchmark.id);
    const own = active.find((version) => version.testSet.id === testSet.id);
    if (!own) throw new RungError("too_late", `"${testSet.name}" has no active version.`, "");
    const whole = pool !== null && own.primary;
    const retiring = whole ? await setsOfPool(tx, pool.id) : [testSet];
    if (testSet.role !== "public") await withdrawWaiting(tx, benchmark.id, now);
    await tx
      .update(testSetVersions)
      .set({ state: "retired" })
      .where(
        and(
          inArray(
            testSetVersions.testSetId,
            retiring.map(({ id }) => id),
          ),
          ne(testSetVersions.state, "retired"),
        ),
      );
    if (whole) {
      await tx.update(pools).set({ retiredAt: now }).where(eq(pools.id, pool.id));
      await ctx.queue.enqueue(tx, "measure-adaptivity", { poolId: pool.id });
    }
    const retired = retiring.map(({ name }) => name);
    await appendLine(tx, {
      kind: "test-set",
      at: now,
      public: {
        benchmark: benchmark.id,
        retired,
        pool: whole ? pool.id : null,
        state: "retired",
        by: ctx.viewer.userId,
      },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: benchmark.id });
    return { retired, pool: whole };
  });
}

function setsOfPool(tx: Database, poolId: string) {
  return tx
    .select({ id: testSets.id, name: testSets.name })
    .from(testSets)
    .where(eq(testSets.poolId, poolId));
}
