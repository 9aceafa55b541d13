import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { countedSubmissions } from "./counted-submissions";
import { lifetimeOf } from "./lifetime-of";
import { quotaRule } from "./quota-rule";

/**
 * Checks a team's quota, inside the transaction that adds its submission where one is added (it has the team's turn then).
 * A refusal is logged in that transaction and returned, for the caller to throw once it is committed.
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
        `Your team has made all ${lifetime} submissions that it may ever make on ${benchmark.name}.`,
        "The limit is what keeps the hidden test set hidden. Your earlier results stay.",
      )
    : new RungError(
        "quota_spent",
        `Your team has made ${rule.usedToday} submissions on ${benchmark.name} in the last 24 hours; ${benchmark.perDay} are allowed.`,
        `The next is allowed at ${wholeMinute(rule.nextAllowedAt!)}. Nothing was spent.`,
      );
}

/** The first whole minute from a time on, for a person to read. */
function wholeMinute(time: Date): string {
  const minute = new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
