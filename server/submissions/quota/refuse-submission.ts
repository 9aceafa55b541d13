import { and, count, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { type benchmarks, submissions } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import type { Refused } from "./log-refusal";
import { refuseBeyondBudget } from "./refuse-beyond-budget";
import { refuseBeyondQuota } from "./refuse-beyond-quota";
import { refuseUnevaluable } from "./refuse-unevaluable";

/**
 * Why a team may not submit a model now: a benchmark without images, the quota, where its hidden part would be spent by itself, what it has had on original
 * images, or too many that wait for the team. Nothing is spent, reserved or logged by asking.
 */
export async function refuseSubmission({
  tx,
  ctx,
  benchmark,
  asks,
  besides,
}: {
  tx: Database;
  ctx: ResearcherContext;
  benchmark: typeof benchmarks.$inferSelect;
  asks: boolean;
  /** A submission that will not wait any more. */
  besides?: string;
}): Promise<Refused | null> {
  const { teamId } = ctx.viewer;
  const unevaluable = await refuseUnevaluable(tx, benchmark);
  if (unevaluable) return { error: unevaluable, until: null, line: null };
  const quota = await refuseBeyondQuota({
    tx,
    now: ctx.now(),
    teamId,
    benchmark,
    wish: "submit",
    forGood: asks,
  });
  if (quota) return quota;
  const budget = await refuseBeyondBudget({ tx, now: ctx.now(), teamId, benchmark });
  if (budget || !asks) return budget;
  const [waiting] = await tx
    .select({ n: count() })
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, teamId),
        eq(submissions.benchmarkId, benchmark.id),
        eq(submissions.kind, "entry"),
        eq(submissions.asks, true),
        isNull(submissions.spentAt),
        besides ? ne(submissions.id, besides) : undefined,
        inArray(submissions.state, ["queued", "evaluating", "waiting-for-you"]),
      ),
    );
  if (waiting!.n < benchmark.perDay) return null;
  const error = new RungError(
    "quota_spent",
    `${waiting!.n} submissions of your team to ${benchmark.name} wait for you, or will.`,
    "Spend or withdraw one of them first.",
  );
  return { error, until: null, line: null };
}
