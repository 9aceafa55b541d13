import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../../db/client";
import { benchmarks, submissions, teamLinks, teams } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { cursorOf, readCursor } from "../../page-cursor";
import { interleaving } from "../../statistics/interleaving";
import type { LinkedTeamsRow } from "./likeness-schema";

/**
 * Pairs of teams that may be one person on a benchmark (slug), those with the most similar models first, and whether they take
 * turns. Merged teams are left out.
 */
export async function listLinkedTeams({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { benchmark: string; after?: string | undefined; most?: number };
}): Promise<{ rows: LinkedTeamsRow[]; next: string | null }> {
  const most = input.most ?? 50;
  const after = readCursor(input.after, ["number", "id", "id"]);
  const second = alias(teams, "second");
  const rows = await ctx.db
    .select({ link: teamLinks, first: teams.slug, second: second.slug })
    .from(teamLinks)
    .innerJoin(benchmarks, eq(benchmarks.id, teamLinks.benchmarkId))
    .innerJoin(teams, eq(teams.id, teamLinks.firstTeamId))
    .innerJoin(second, eq(second.id, teamLinks.secondTeamId))
    .where(
      and(
        eq(benchmarks.slug, input.benchmark),
        isNull(teams.mergedIntoId),
        isNull(second.mergedIntoId),
        after
          ? sql`(${teamLinks.pairs}, ${teamLinks.firstTeamId}, ${teamLinks.secondTeamId}) < (${after[0]}::int, ${after[1]}::uuid, ${after[2]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(teamLinks.pairs), desc(teamLinks.firstTeamId), desc(teamLinks.secondTeamId))
    .limit(most);
  const times = await timesOf(
    ctx.db,
    rows.map(({ link }) => link),
  );
  const last = rows.at(-1)?.link;
  return {
    rows: rows.map(({ link, first, second }) => {
      const [one, two] = [times.get(link.firstTeamId) ?? [], times.get(link.secondTeamId) ?? []];
      return {
        first,
        second,
        pairs: link.pairs,
        sameModel: link.sameModel,
        samePredictions: link.samePredictions,
        interleaving: interleaving(one, two),
        submissions: [one.length, two.length],
        lastAt: link.lastAt.toISOString(),
      };
    }),
    next: last && rows.length === most ? cursorOf(last.pairs, last.firstTeamId, last.secondTeamId) : null,
  };
}

/** When each team submitted to the benchmark. */
async function timesOf(db: Database, links: (typeof teamLinks.$inferSelect)[]) {
  const times = new Map<string, number[]>();
  if (links.length === 0) return times;
  const rows = await db
    .select({ teamId: submissions.teamId, at: submissions.submittedAt })
    .from(submissions)
    .where(
      and(
        eq(submissions.benchmarkId, links[0]!.benchmarkId),
        inArray(submissions.teamId, [
          ...new Set(links.flatMap(({ firstTeamId, secondTeamId }) => [firstTeamId, secondTeamId])),
        ]),
      ),
    );
  for (const { teamId, at } of rows) {
    const own = times.get(teamId) ?? [];
    own.push(at.getTime());
    times.set(teamId, own);
  }
  return times;
}
