import { asc, eq } from "drizzle-orm";
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
  since: z.iso.datetime().nullable().describe("when its score would have appeared"),
});
export type Waiting = z.infer<typeof waitingSchema>;
export const waitingListSchema = z.object({ rows: z.array(waitingSchema), total: z.int() });

const most = 200;

/** The first releases that wait for a maintainer, the longest first, 200 at most, and how many there are. */
export async function listWaiting({
  ctx,
}: {
  ctx: MaintainerContext;
}): Promise<z.infer<typeof waitingListSchema>> {
  const [rows, { waiting }] = await Promise.all([
    ctx.db
      .select({ submission: submissions, benchmark: benchmarks.slug, team: teams })
      .from(submissions)
      .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
      .innerJoin(teams, eq(teams.id, submissions.teamId))
      .where(eq(submissions.state, "awaiting-approval"))
      .orderBy(asc(submissions.hiddenDueAt), asc(submissions.sequence))
      .limit(most),
    countWaiting({ ctx }),
  ]);
  return {
    rows: rows.map(({ submission, benchmark, team }) => ({
      id: submission.id,
      name: submission.name,
      benchmark,
      team: team.slug,
      vouched: team.vouchedAt !== null,
      submittedAt: submission.submittedAt.toISOString(),
      since: submission.hiddenDueAt?.toISOString() ?? null,
    })),
    total: waiting,
  };
}
