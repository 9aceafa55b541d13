import { and, eq, exists, gte, isNull, lt, not, notInArray, or } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles, submissions, trials, uploads } from "../../db/schema";
import type { Context } from "../context";
import { lockModelFile } from "./lock-model-file";
import { needsNoFile } from "./storage/needs-no-file";
import { staysForMs } from "./storage/stays-for-ms";
import { expireUploads } from "./uploads/expire-uploads";

/**
 * Removes uploads after a day, and then the bytes of every model that nothing has needed for a day: no upload, and no submission but those
 * that ended refused, failed or withdrawn. What was tried of such a model goes with it, and all of it where no submission names it; half-written files
 * of killed processes go too. A file unknown to this database stays: it may belong to another. Safe alongside uploads, submissions
 * and other sweeps, and after being killed at any point.
 * @returns how many model files were removed
 */
export async function sweepModelFiles({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
}): Promise<number> {
  const now = ctx.now();
  const before = new Date(now.getTime() - staysForMs);
  await expireUploads({ ctx });
  const candidates = await ctx.db
    .select({ hash: modelFiles.hash })
    .from(modelFiles)
    .where(idle(ctx.db, before));
  let swept = 0;
  for (const { hash } of candidates) if (await sweep(ctx, { hash, before, now })) swept += 1;
  await ctx.models.removeUnfinished(before);
  return swept;
}

/**
 * The file is removed before the transaction ends: afterwards somebody may have stored the same bytes again. Killed between the two, the
 * next sweep finds the row as it was.
 */
async function sweep(
  ctx: Pick<Context, "db" | "models">,
  { hash, before, now }: { hash: string; before: Date; now: Date },
): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const own = eq(modelFiles.hash, hash);
    const still = and(own, idle(tx, before));
    const rows = await tx.select({ hash: modelFiles.hash }).from(modelFiles).where(still);
    if (rows.length === 0) return false;
    const [named] = await tx
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.modelHash, hash))
      .limit(1);
    await tx.delete(trials).where(eq(trials.modelHash, hash));
    if (named) await tx.update(modelFiles).set({ removedAt: now }).where(own);
    else await tx.delete(modelFiles).where(own);
    await ctx.models.remove(hash);
    return true;
  });
}

/** Stored, old, in no upload, and in no submission that will be run or ended lately. */
function idle(db: Database, before: Date) {
  const uploaded = db.select().from(uploads).where(eq(uploads.modelHash, modelFiles.hash));
  const isNeeded = or(notInArray(submissions.state, [...needsNoFile]), gte(submissions.endedAt, before));
  const needing = db
    .select()
    .from(submissions)
    .where(and(eq(submissions.modelHash, modelFiles.hash), isNeeded));
  return and(
    isNull(modelFiles.removedAt),
    lt(modelFiles.createdAt, before),
    not(exists(uploaded)),
    not(exists(needing)),
  );
}
