import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { evaluations, repeatRequests, repeats, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { Context } from "../../context";
import { compareAnswers } from "../../release/compare-answers";
import type { RepeatOutcome } from "../../release/repeat-outcome";
import { evaluationRow, type Outcome, wrongBits } from "./outcome";
import type { HiddenOutcome } from "./record-hidden";

/**
 * Compares a repeated hidden evaluation with the stored one, image by image, and stores the outcome where only auditors read it. No
 * difference changes or voids anything: a model can make a repeat differ at will.
 * @param found null where the machine was too busy to end it
 * @param at the end of its window
 */
export async function recordRepeat({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { submissionId: string; found: HiddenOutcome | null; at: Date };
}): Promise<void> {
  const { submissionId, found, at } = input;
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .update(repeatRequests)
      .set({ endedAt: at })
      .where(and(eq(repeatRequests.submissionId, submissionId), isNull(repeatRequests.endedAt)))
      .returning();
    // Another worker has done it.
    if (!request) return;
    const parts = found ? await compareParts(tx, submissionId, found.outcomes) : [];
    const outcome = { parts, forfeited: found?.forfeited ?? null };
    await tx.insert(repeats).values({ submissionId, outcome, endedAt: at });
    const [submission] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
    await appendLine(tx, {
      kind: "repeat",
      at,
      public: { submission: submissionId, team: submission!.teamId, stage: "done", by: request.userId },
      secret: { outcome },
    });
  });
}

async function compareParts(
  tx: Database,
  submissionId: string,
  outcomes: readonly Outcome[],
): Promise<RepeatOutcome["parts"]> {
  const stored = await tx.select().from(evaluations).where(eq(evaluations.submissionId, submissionId));
  return outcomes.map((outcome) => {
    const { versionId: version, part, total, unanswered, ran, top1 } = outcome;
    const then = stored.find((row) => row.versionId === version && row.part === part);
    if (!then) throw new Error(`submission ${submissionId} has no evaluation to compare with`);
    const now = evaluationRow(submissionId, outcome, then.createdAt);
    const compared = compareAnswers(
      { wrong: wrongBits(then), predictions: then.predictions },
      { wrong: wrongBits(now), predictions: now.predictions },
    );
    const sameDevice = ran.deviceClass !== undefined && ran.deviceClass === then.ran.deviceClass;
    const counts = { total, top1Then: then.top1, top1Now: top1, unanswered };
    return { version, part, ...counts, ...compared, sameDevice };
  });
}
