import { and, eq, exists, gte, lt, not } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles, submissions, uploads } from "../../db/schema";
import type { Context } from "../context";
import { lockModelFile } from "./lock-model-file";

/** How long a model file may stay in the store without a submission of it. */
const unsubmittedForMs = 24 * 3600 * 1000;

/**
 * Removes model files that still have no submission a day after they were last uploaded (never submitted, or sent by a form that
 * was refused), with their finished uploads, and half-written files left by killed processes. A file unknown to this database
 * stays: it may belong to another. Safe alongside uploads, submissions and other sweeps.
 * @returns how many model files were removed
 */
export async function sweepModelFiles({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
}): Promise<number> {
  const before = new Date(ctx.now().getTime() - unsubmittedForMs);
  const candidates = await ctx.db
    .select({ hash: modelFiles.hash })
    .from(modelFiles)
    .where(idle(ctx.db, before));
  let swept = 0;
  for (const { hash } of candidates) if (await sweep(ctx, hash, before)) swept += 1;
  await ctx.models.removeUnfinished(before);
  return swept;
}

/** The file is removed before the transaction ends: afterwards somebody may have stored the same bytes again. */
async function sweep(ctx: Pick<Context, "db" | "models">, hash: string, before: Date): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    await lockModelFile(tx, hash);
    const still = and(eq(modelFiles.hash, hash), idle(tx, before));
    const rows = await tx.select({ hash: modelFiles.hash }).from(modelFiles).where(still);
    if (rows.length === 0) return false;
    await tx.delete(uploads).where(eq(uploads.modelHash, hash));
    await tx.delete(modelFiles).where(eq(modelFiles.hash, hash));
    await ctx.models.remove(hash);
    return true;
  });
}

/** Old, with no submission and no later upload. */
function idle(db: Database, before: Date) {
  const submitted = db.select().from(submissions).where(eq(submissions.modelHash, modelFiles.hash));
  const young = and(eq(uploads.modelHash, modelFiles.hash), gte(uploads.finishedAt, before));
  const uploaded = db.select().from(uploads).where(young);
  return and(lt(modelFiles.createdAt, before), not(exists(submitted)), not(exists(uploaded)));
}
