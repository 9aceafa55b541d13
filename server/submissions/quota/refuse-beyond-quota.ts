import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import type { NewLine } from "../../audit-log/line-schema";
import { RungError } from "../../errors";
import { countedSubmissions } from "./counted-submissions";
import { lifetimeOf } from "./lifetime-of";
import type { Refused } from "./log-refusal";
import { quotaRule } from "./quota-rule";
import { wholeMinute } from "./whole-minute";

/** What a team asks for: to submit a model that will be spent by itself, or to spend one. */
type Wish = "submit" | "spend";

/**
 * Checks a team's quota, in the transaction of what it is asked for (which has taken the team's turn, unless nothing is spent there).
 * @param forGood whether only the lifetime number is asked about: a correction of ours costs no day
 */
export async function refuseBeyondQuota(given: {
  tx: Database;
  now: Date;
  teamId: string;
  benchmark: typeof benchmarks.$inferSelect;
  wish: Wish;
  forGood?: boolean;
}): Promise<Refused | null> {
  const { tx, now, teamId, benchmark, wish, forGood = false } = given;
  const team = { teamId, benchmarkId: benchmark.id };
  const lifetime = await lifetimeOf(tx, benchmark);
  const spentAt = await countedSubmissions(tx, team, { underway: wish === "submit" });
  const rule = quotaRule({ spentAt, perDay: benchmark.perDay, lifetime, now });
  if (rule.allowed || (forGood && !rule.lifetimeSpent)) return null;
  const { used, usedToday, nextAllowedAt: until } = rule;
  const next = until?.toISOString() ?? null;
  const line: NewLine = {
    kind: "quota-refusal",
    at: now,
    public: { team: teamId, benchmark: benchmark.id, used, usedToday, next },
  };
  if (rule.lifetimeSpent) {
    const error = new RungError(
      "quota_spent",
      `Your team has reached its lifetime limit of ${lifetime} on ${benchmark.name}.`,
      "This limit protects the hidden test set. Your earlier results stay.",
    );
    return { error, until: null, line };
  }
  const when = wholeMinute(until!);
  const error = new RungError(
    "quota_spent",
    `Your team has reached its limit of ${benchmark.perDay} in 24 hours on ${benchmark.name}.`,
    wish === "spend"
      ? `You can spend it at ${when}.`
      : `You can submit again at ${when}, or now if you ask to be asked (--ask): the original part is scored, and the hidden part waits for you. This attempt did not count against your quota.`,
    { retryAfterMs: until!.getTime() - now.getTime() },
  );
  return { error, until, line };
}
