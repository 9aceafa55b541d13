import { and, eq, isNull } from "drizzle-orm";
import { hiddenRuns, submissions } from "../../../db/schema";
import type { Context } from "../../context";
import { mostWindows } from "../../evaluation/result-windows";

/**
 * Leaves a hidden evaluation that this machine could not do to a maintainer, who may have it taken up again; the slot goes on. Called
 * at the end of a window, or when a worker was lost: at times that say nothing of the model.
 */
export async function parkSubmission({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; parkedFor: NonNullable<typeof hiddenRuns.$inferSelect.parkedFor> };
}): Promise<void> {
  const { submissionId, parkedFor } = input;
  // A device tells nothing, and nothing was claimed yet.
  const late = parkedFor === "device" ? {} : { hiddenDueAt: null, windows: 2 * mostWindows };
  await ctx.db.transaction(async (tx) => {
    const [parked] = await tx
      .update(submissions)
      .set({ parkedAt: ctx.now(), ...late })
      .where(
        and(
          eq(submissions.id, submissionId),
          eq(submissions.state, "evaluating"),
          isNull(submissions.parkedAt),
        ),
      )
      .returning({ id: submissions.id });
    if (!parked) return;
    const run = { attempts: 0, parkedFor };
    await tx
      .insert(hiddenRuns)
      .values({ submissionId, ...run })
      .onConflictDoUpdate({ target: hiddenRuns.submissionId, set: run });
  });
}
