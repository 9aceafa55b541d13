import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import { RungError } from "../../errors";
import type { Refused } from "./log-refusal";
import { mostOriginals, originalBudget } from "./original-budget";
import { originalRuns } from "./original-runs";
import { wholeMinute } from "./whole-minute";

/** Checks what a team has had on original test sets, in the transaction that adds its submission. */
export async function refuseBeyondBudget(given: {
  tx: Database;
  now: Date;
  teamId: string;
  benchmark: typeof benchmarks.$inferSelect;
}): Promise<Refused | null> {
  const { tx, now, teamId, benchmark } = given;
  const runs = await originalRuns(tx, { teamId, benchmarkId: benchmark.id, now });
  const most = mostOriginals(benchmark.perDay);
  const next = originalBudget({ runs, most, now });
  if (!next) return null;
  return {
    error: new RungError(
      "quota_spent",
      `Your team has had what 24 hours allow on original images: ${most} evaluations on ${benchmark.name}, or 6 hours of processor time.`,
      `You can submit again at ${wholeMinute(next)}.`,
      { retryAfterMs: next.getTime() - now.getTime() },
    ),
    until: next,
    line: {
      kind: "original-refusal",
      at: now,
      public: { team: teamId, benchmark: benchmark.id, next: next.toISOString() },
    },
  };
}
