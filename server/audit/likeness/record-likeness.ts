import { sql } from "drizzle-orm";
import { similarities, teamLinks } from "../../../db/schema";
import type { Context } from "../../context";
import type { Evaluated } from "./deciding-evaluations";
import type { likenessOf } from "./likeness-of";

/** Records that two submissions are similar, and counts it for their teams; once per pair. */
export async function recordLikeness(
  ctx: Pick<Context, "db" | "now">,
  pair: [Evaluated, Evaluated],
  likeness: ReturnType<typeof likenessOf> & { sameModel: boolean },
): Promise<void> {
  const [earlier, later] = pair.sort((a, b) => a.submission.sequence - b.submission.sequence);
  const at = ctx.now();
  const { benchmarkId } = later!.submission;
  const teams = [later!.submission.teamId, earlier!.submission.teamId] as const;
  await ctx.db.transaction(async (tx) => {
    const added = await tx
      .insert(similarities)
      .values({
        submissionId: later!.submission.id,
        otherId: earlier!.submission.id,
        benchmarkId,
        versionId: later!.evaluation.versionId,
        teamId: teams[0],
        otherTeamId: teams[1],
        ...likeness,
        at,
      })
      .onConflictDoNothing()
      .returning({ at: similarities.at });
    if (added.length === 0 || teams[0] === teams[1]) return;
    const [firstTeamId, secondTeamId] = [...teams].sort() as [string, string];
    const [sameModel, samePredictions] = [Number(likeness.sameModel), Number(likeness.samePredictions)];
    await tx
      .insert(teamLinks)
      .values({ benchmarkId, firstTeamId, secondTeamId, pairs: 1, sameModel, samePredictions, lastAt: at })
      .onConflictDoUpdate({
        target: [teamLinks.benchmarkId, teamLinks.firstTeamId, teamLinks.secondTeamId],
        set: {
          pairs: sql`${teamLinks.pairs} + 1`,
          sameModel: sql`${teamLinks.sameModel} + ${sameModel}`,
          samePredictions: sql`${teamLinks.samePredictions} + ${samePredictions}`,
          lastAt: at,
        },
      });
  });
}
