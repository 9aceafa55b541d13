import { and, desc, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { benchmarks, similarities, submissions, teams, testSets, testSetVersions } from "../../../db/schema";
import type { AuditorContext } from "../../context";
import { cursorOf, readCursor } from "../../page-cursor";
import type { SimilarRow } from "./likeness-schema";

/** Near-identical models of a benchmark (slug), latest found first; only between different teams if `betweenTeams`. */
export async function listSimilar({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { benchmark: string; betweenTeams?: boolean; after?: string | undefined; most?: number };
}): Promise<{ rows: SimilarRow[]; next: string | null }> {
  const most = input.most ?? 50;
  const after = readCursor(input.after, ["time", "id", "id"]);
  const [other, otherTeam] = [alias(submissions, "other"), alias(teams, "other_team")];
  const rows = await ctx.db
    .select({
      similarity: similarities,
      testSet: testSets.name,
      later: { id: submissions.id, name: submissions.name, at: submissions.submittedAt },
      team: teams.slug,
      earlier: { id: other.id, name: other.name, at: other.submittedAt },
      otherTeam: otherTeam.slug,
    })
    .from(similarities)
    .innerJoin(submissions, eq(submissions.id, similarities.submissionId))
    .innerJoin(other, eq(other.id, similarities.otherId))
    .innerJoin(teams, eq(teams.id, similarities.teamId))
    .innerJoin(otherTeam, eq(otherTeam.id, similarities.otherTeamId))
    .innerJoin(testSetVersions, eq(testSetVersions.id, similarities.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(
      and(
        eq(
          similarities.benchmarkId,
          sql`(${ctx.db.select({ id: benchmarks.id }).from(benchmarks).where(eq(benchmarks.slug, input.benchmark))})`,
        ),
        input.betweenTeams ? ne(similarities.teamId, similarities.otherTeamId) : undefined,
        after
          ? sql`(${similarities.at}, ${similarities.submissionId}, ${similarities.otherId}) < (${after[0]}::timestamptz, ${after[1]}::uuid, ${after[2]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(similarities.at), desc(similarities.submissionId), desc(similarities.otherId))
    .limit(most);
  const last = rows.at(-1)?.similarity;
  return {
    rows: rows.map(({ similarity, testSet, later, team, earlier, otherTeam }) => ({
      later: { id: later.id, name: later.name, team, submittedAt: later.at.toISOString() },
      earlier: {
        id: earlier.id,
        name: earlier.name,
        team: otherTeam,
        submittedAt: earlier.at.toISOString(),
      },
      testSet,
      sameModel: similarity.sameModel,
      samePredictions: similarity.samePredictions,
      images: similarity.images,
      agreeing: similarity.agreeing,
      expected: similarity.expected,
      kappa: similarity.kappa,
      at: similarity.at.toISOString(),
    })),
    next:
      last && rows.length === most ? cursorOf(last.at.toISOString(), last.submissionId, last.otherId) : null,
  };
}
