import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../db/client";
import { firstReleases, submissions, teams } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { ActContext } from "../context";
import { RungError } from "../errors";
import { checkWaitingAgain } from "../submissions/acts/check-waiting-again";
import { letOut } from "../submissions/acts/let-out";
import { lockTeam } from "../submissions/lock-team";

/**
 * Vouches that each of the teams (slugs) is one person or group, and known, or takes that back, with a reason for the log; all or
 * none. A team that is vouched for counts no longer against the bias that unknown teams could reach: its first scores that wait are let
 * out, unseen, and those of others are checked again where its own had taken up room.
 * @throws RungError `not_found`; `too_late` for a team that was merged into another
 */
export async function vouchForTeam({
  ctx,
  input,
}: {
  ctx: ActContext;
  input: { teams: string[]; vouched: boolean; reason: string };
}): Promise<void> {
  const at = ctx.now();
  const { vouched, reason } = input;
  const by = ctx.viewer?.userId ?? null;
  await ctx.db.transaction(async (tx) => {
    const found = await tx
      .select({ id: teams.id, slug: teams.slug, vouchedAt: teams.vouchedAt })
      .from(teams)
      .where(inArray(teams.slug, input.teams))
      .orderBy(asc(teams.id));
    const missing = input.teams.find((slug) => !found.some((team) => team.slug === slug));
    if (missing !== undefined) {
      throw new RungError("not_found", `There is no team "${missing}".`, "See the teams on /admin/accounts.");
    }
    for (const { id, slug } of found) {
      if ((await lockTeam(tx, id)) !== id) {
        throw new RungError("too_late", `The team "${slug}" was merged into another already.`, "");
      }
      await tx
        .update(teams)
        .set({ vouchedAt: vouched ? at : null })
        .where(eq(teams.id, id));
      await appendLine(tx, { kind: "vouch", at, public: { team: id, vouched, reason, by } });
      for (const benchmarkId of await benchmarksOf(tx, id)) await benchmarkChanged({ ctx, tx, benchmarkId });
      if (!vouched) continue;
      const waiting = await tx
        .select()
        .from(submissions)
        .where(and(eq(submissions.teamId, id), eq(submissions.state, "awaiting-approval")));
      for (const submission of waiting) await letOut({ ctx, tx, submission });
    }
    const newly = found.filter(({ vouchedAt }) => vouched && !vouchedAt).map(({ id }) => id);
    await checkWaitingAgain({ ctx, tx, benchmarkIds: await benchmarksWithRoom(tx, newly) });
  });
}

/** The benchmarks where the teams have first releases, which count no longer once they are vouched for. */
async function benchmarksWithRoom(tx: Database, teamIds: string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ benchmarkId: submissions.benchmarkId })
    .from(firstReleases)
    .innerJoin(submissions, eq(submissions.id, firstReleases.submissionId))
    .where(inArray(submissions.teamId, teamIds));
  return rows.map(({ benchmarkId }) => benchmarkId);
}

/** The benchmarks whose meters count the team. */
async function benchmarksOf(tx: Database, teamId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ benchmarkId: submissions.benchmarkId })
    .from(submissions)
    .where(eq(submissions.teamId, teamId));
  return rows.map(({ benchmarkId }) => benchmarkId);
}
