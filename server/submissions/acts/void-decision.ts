import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { auditLines, decisions, ladders, pools, repeats, submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { benchmarkChanged } from "../../benchmarks/benchmark-changed";
import type { Context } from "../../context";
import { RungError } from "../../errors";
import { hasSameBits } from "../../release/has-same-bits";
import { voidStep } from "../../release/void-step";
import { joinLadders } from "../release/join-ladders";
import { submissionForAct } from "./submission-for-act";

type Submission = typeof submissions.$inferSelect;
type Decision = typeof decisions.$inferSelect;

/**
 * Voids the decision on a submission that the machine failed, on evidence in the log alone: a repeat that differs is none, since a
 * model can make it differ. The submission and its quota are given back, what it told stays on the meter. Needs a worker's rights.
 * @param by the maintainer; null at the command line
 * @throws RungError `not_found`; `too_late` if nothing is decided, or it cannot go back; `bad_input` without evidence, or where
 *   a repeat had the same bits
 */
export async function voidDecision({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "queue">;
  input: { id: string; reason: string; by: string | null };
}): Promise<void> {
  const at = ctx.now();
  const { id, reason, by } = input;
  await ctx.db.transaction(async (tx) => {
    const submission = await submissionForAct(tx, id);
    await joinLadders({ ctx: { ...ctx, db: tx }, input: { teamId: submission.teamId } });
    const made = await tx
      .select()
      .from(decisions)
      .where(and(eq(decisions.submissionId, id), eq(decisions.scope, "team")));
    if (submission.state !== "scored" || made.length === 0) {
      throw new RungError("too_late", `Nothing is decided: this submission is ${submission.state}.`, "");
    }
    const evidence = [...new Set(made.flatMap((decision) => decision.evidence))];
    if (evidence.length === 0) {
      throw new RungError(
        "bad_input",
        "The log holds no evidence that the machine failed this submission.",
        "No worker was lost, no window was exceeded, and no image stayed unanswered while the machine lacked.",
      );
    }
    await refuseAfterEqualRepeat(tx, id);
    const stepped = [];
    for (const decision of made) stepped.push(await goBack(tx, submission, decision, at));
    const explanation = {
      code: "voided",
      message: reason,
      hint: "Submit it again: it has the noise of then.",
    };
    await tx
      .update(submissions)
      .set({ state: "voided", decision: null, explanation })
      .where(eq(submissions.id, id));
    await appendLine(tx, {
      kind: "void",
      at,
      public: { submission: id, team: submission.teamId, reason, by, ladders: stepped },
      secret: { evidence },
    });
    await benchmarkChanged({ ctx, tx, benchmarkId: submission.benchmarkId });
  });
}

async function refuseAfterEqualRepeat(tx: Database, submissionId: string): Promise<void> {
  const found = await tx.select().from(repeats).where(eq(repeats.submissionId, submissionId));
  if (!found.some(({ outcome }) => hasSameBits(outcome))) return;
  throw new RungError(
    "bad_input",
    "A repeat with the same bits voids nothing.",
    "Its hidden evaluation was repeated, and every image was judged as then: the machine cost it none.",
  );
}

async function goBack(tx: Database, submission: Submission, made: Decision, at: Date) {
  const { poolId, decision, before } = made;
  const { teamId } = submission;
  const back = await isLast(tx, { poolId, teamId, submissionId: submission.id });
  if (decision === "held") return { pool: poolId, back };
  if (back && before.rung && !made.baselineBefore) {
    throw new RungError("too_late", "It was decided before ladders could go back.", "Re-judge the team.");
  }
  const [pool] = await tx.select().from(pools).where(eq(pools.id, poolId));
  const ladder = and(eq(ladders.poolId, poolId), eq(ladders.scope, "team"), eq(ladders.teamId, teamId));
  const [now] = await tx.select().from(ladders).where(ladder).for("update");
  const state = voidStep({
    policy: pool!.policy,
    state: now!.state,
    decision,
    rungBefore: before.rung,
    back,
  });
  const baseline = back && {
    baseline: made.baselineBefore,
    baselineSubmissionId: made.baselineSubmissionBefore,
  };
  await tx
    .update(ladders)
    .set({ state, ...baseline, updatedAt: at })
    .where(ladder);
  return { pool: poolId, back };
}

/** Whether a decision is the last that stands on its team's ladder, with no merge since. */
async function isLast(
  tx: Database,
  given: { poolId: string; teamId: string; submissionId: string },
): Promise<boolean> {
  const field = (name: string) => sql`${auditLines.fields}->>${name}`;
  const stands = sql`not exists (select from audit.lines v where v.kind = 'void' and v.fields->>'submission' = ${field("submission")})`;
  const [last] = await tx
    .select({ submission: sql<string | null>`${field("submission")}` })
    .from(auditLines)
    .where(
      and(
        inArray(auditLines.kind, ["decision", "merge"]),
        or(
          and(
            eq(auditLines.kind, "decision"),
            sql`${field("pool")} = ${given.poolId} and ${field("team")} = ${given.teamId} and ${field("scope")} = 'team'`,
            stands,
          ),
          and(eq(auditLines.kind, "merge"), sql`${field("into")} = ${given.teamId}`),
        ),
      ),
    )
    .orderBy(desc(auditLines.id))
    .limit(1);
  return last?.submission === given.submissionId;
}
