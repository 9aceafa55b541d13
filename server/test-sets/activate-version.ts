import { and, eq } from "drizzle-orm";
import { testSetVersions } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { MaintainerContext } from "../context";
import { RungError } from "../errors";
import { queuePublic } from "./queue-public";
import { refuseOtherImages } from "./refuse-other-images";
import { refuseRetiredPool } from "./refuse-retired-pool";
import { testSetForAct } from "./test-set-for-act";
import { withdrawWaiting } from "./withdraw-waiting";

/**
 * Activates a draft or retired version of a test set; the version that was active is retired. The pool's ladders stay as they
 * are.
 * @throws RungError `not_found`; `too_late` if it is already active, its pool was retired, or the pool's ladders began on other
 * images; `bad_input` if its number of images differs from the other versions'
 */
export async function activateVersion({
  ctx,
  input,
}: {
  ctx: MaintainerContext;
  input: { benchmark: string; testSet: string; version: number };
}): Promise<void> {
  const now = ctx.now();
  await ctx.db.transaction(async (tx) => {
    const { benchmark, testSet, pool, versions } = await testSetForAct(tx, input);
    const version = versions.find(({ number }) => number === input.version);
    if (!version) {
      throw new RungError("not_found", `"${testSet.name}" has no version ${input.version}.`, "");
    }
    if (version.state === "active") {
      throw new RungError("too_late", `Version ${input.version} is already active.`, "");
    }
    if (pool) refuseRetiredPool(pool);
    if (pool) await refuseOtherImages({ tx, pool, testSet: testSet.name, version });
    if (pool && versions.some(({ images }) => images !== version.images)) {
      throw new RungError(
        "bad_input",
        `Version ${input.version} has a different number of images from the others, so ladders cannot continue with it.`,
        "Import it under a new name.",
      );
    }
    if (testSet.role !== "public") await withdrawWaiting(tx, benchmark.id, now);
    await tx
      .update(testSetVersions)
      .set({ state: "retired" })
      .where(and(eq(testSetVersions.testSetId, testSet.id), eq(testSetVersions.state, "active")));
    await tx.update(testSetVersions).set({ state: "active" }).where(eq(testSetVersions.id, version.id));
    await appendLine(tx, {
      kind: "test-set",
      at: now,
      public: {
        benchmark: benchmark.id,
        testSet: testSet.name,
        version: version.id,
        pool: testSet.poolId,
        state: "active",
        by: ctx.viewer.userId,
      },
    });
    if (testSet.role === "public") await queuePublic({ ctx, tx, benchmarkId: benchmark.id });
    await benchmarkChanged({ ctx, tx, benchmarkId: benchmark.id });
  });
}
