import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Database } from "../../db/client";
import { publishedHeads, verifications } from "../../db/schema";
import type { MaintainerContext } from "../context";
import { RungError } from "../errors";
import { verifyLog } from "./verify-log";

/** A verification that began longer ago without ending was interrupted. */
const longestMs = 6 * 3600 * 1000;

/**
 * Starts verifying the whole log, including that the last published head is still on its chain; the result is stored when it
 * ends. It reads with the auditor's rights and stores with the web's.
 * @returns `ended`, for callers that want to wait
 * @throws RungError `already_exists` while another is running
 */
export async function startVerification({
  ctx,
  auditor,
}: {
  ctx: MaintainerContext;
  auditor: { db: Database };
}): Promise<{ ended: Promise<void> }> {
  const startedAt = ctx.now();
  const recent = new Date(startedAt.getTime() - longestMs);
  const [running] = await ctx.db
    .select({ id: verifications.id })
    .from(verifications)
    .where(and(isNull(verifications.endedAt), gt(verifications.startedAt, recent)));
  if (running) {
    throw new RungError(
      "already_exists",
      "A verification of the log is already running.",
      "Wait for its result.",
    );
  }
  const [row] = await ctx.db.insert(verifications).values({ startedAt }).returning();
  return { ended: verify(ctx, auditor, row!.id) };
}

async function verify(ctx: MaintainerContext, auditor: { db: Database }, id: string): Promise<void> {
  const found = await look(ctx, auditor);
  await ctx.db
    .update(verifications)
    .set({ endedAt: ctx.now(), ...found })
    .where(eq(verifications.id, id));
}

async function look(ctx: MaintainerContext, auditor: { db: Database }) {
  try {
    const [published] = await ctx.db.select().from(publishedHeads).orderBy(desc(publishedHeads.day)).limit(1);
    const since = published && Buffer.from(published.head).toString("hex");
    const found = await verifyLog({ ctx: auditor, input: { since } });
    return found.ok
      ? { lines: found.lines, head: Buffer.from(found.head, "hex"), problem: null }
      : { lines: found.lines, head: null, problem: found.problem };
  } catch (error) {
    return { problem: `it was interrupted: ${error instanceof Error ? error.message : String(error)}` };
  }
}
