import { and, desc, eq } from "drizzle-orm";
import { submissions } from "../../db/schema";
import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import type { SubmissionView } from "./submission-schema";
import { viewSubmissions } from "./view-submissions";

/** The submissions of the viewer's team, newest first, at most 200; to one benchmark if `benchmark` (slug) is given. */
export async function listSubmissions({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { benchmark?: string };
}): Promise<SubmissionView[]> {
  const benchmark = input.benchmark ? await benchmarkBySlug(ctx.db, input.benchmark) : null;
  const rows = await ctx.db
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.teamId, ctx.viewer.teamId),
        eq(submissions.kind, "entry"),
        benchmark ? eq(submissions.benchmarkId, benchmark.id) : undefined,
      ),
    )
    .orderBy(desc(submissions.sequence))
    .limit(200);
  return viewSubmissions(ctx.db, rows, { now: ctx.now(), own: true });
}
