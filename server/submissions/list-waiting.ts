import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { benchmarks, submissions, teams } from "../../db/schema";
import type { MaintainerContext } from "../context";
import { countWaiting } from "./count-waiting";

/** A first release that waits for a maintainer, without anything of its score. */
const waitingSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  benchmark: z.string().describe("slug"),
  team: z.string().describe("slug"),
  vouched: z.boolean().describe("somebody vouches for the team: the budget of first releases is spent"),
  submittedAt: z.iso.datetime(),
  sameFileAs: z.string().nullable().describe("slug of another team that submitted this very file here"),
  since: z.iso.datetime().nullable().describe("when its score would have appeared"),
});
export type Waiting = z.infer<typeof waitingSchema>;
export const waitingListSchema = z.object({ rows: z.array(waitingSchema), total: z.int() });

const most = 200;
const sameFileAs = sql<string | null>`(select t.slug from ${submissions} o join ${teams} t on t.id = o.team_id
  where o.model_hash = ${submissions.modelHash} and o.benchmark_id = ${submissions.benchmarkId} and o.team_id <> ${submissions.teamId}
  order by o.sequence limit 1)`;

/** The first releases that wait for a maintainer, the longest first, 200 at most, and how many there are. */
export async function listWaiting({
  ctx,
}: {
  ctx: MaintainerContext;
}): Promise<z.infer<typeof waitingListSchema>> {
  const [rows, { waiting }] = await Promise.all([
    ctx.db
      .select({ submission: submissions, benchmark: benchmarks.slug, team: teams, sameFileAs })
      .from(submissions)
      .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
      .innerJoin(teams, eq(teams.id, submissions.teamId))
      .where(eq(submissions.state, "awaiting-approval"))
      .orderBy(asc(submissions.hiddenDueAt), asc(submissions.sequence))
      .limit(most),
    countWaiting({ ctx }),
  ]);
  return {
    rows: rows.map(({ submission, benchmark, team, ...row }) => ({
      id: submission.id,
      name: submission.name,
      benchmark,
      team: team.slug,
      vouched: team.vouchedAt !== null,
      submittedAt: submission.submittedAt.toISOString(),
      sameFileAs: row.sameFileAs,
      since: submission.hiddenDueAt?.toISOString() ?? null,
    })),
    total: waiting,
  };
}
