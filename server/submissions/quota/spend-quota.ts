import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { countedSubmissions } from "./counted-submissions";
import { lifetimeOf } from "./lifetime-of";
import { quotaRule } from "./quota-rule";

/**
 * Checks a team's quota, in the transaction that adds its submission if there is one (which then has locked the team). A refusal
 * is logged in that transaction and returned, for the caller to throw once it has committed.
 */
export async function spendQuota({
  tx,
  ctx,
  benchmark,
}: {
  tx: Database;
  ctx: ResearcherContext;
  benchmark: typeof benchmarks.$inferSelect;
}): Promise<RungError | null> {
  const now = ctx.now();
  const team = { teamId: ctx.viewer.teamId, benchmarkId: benchmark.id };
  const lifetime = await lifetimeOf(tx, benchmark);
  const submittedAt = await countedSubmissions(tx, team);
  const rule = quotaRule({ submittedAt, perDay: benchmark.perDay, lifetime, now });
  if (rule.allowed) return null;
  const next = rule.nextAllowedAt?.toISOString() ?? null;
  await appendLine(tx, {
    kind: "quota-refusal",
    at: now,
    public: { team: team.teamId, benchmark: benchmark.id, used: rule.used, usedToday: rule.usedToday, next },
  });
  return rule.lifetimeSpent
    ? new RungError(
        "quota_spent",
        `Your team has reached its lifetime limit of ${lifetime} on ${benchmark.name}.`,
        "This limit protects the hidden test set. Your earlier results stay.",
      )
    : new RungError(
        "quota_spent",
        `Your team has reached its limit of ${benchmark.perDay} in 24 hours on ${benchmark.name}.`,
        `You can submit again at ${wholeMinute(rule.nextAllowedAt!)}. This attempt did not count against your quota.`,
      );
}

/** A time rounded up to the whole minute, for a person to read. */
function wholeMinute(time: Date): string {
  const minute = new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
