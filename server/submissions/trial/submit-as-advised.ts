import { eq } from "drizzle-orm";
import { benchmarks, submissions } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import { RungError } from "../../errors";
import { getSubmission } from "../get-submission";
import { logRefusal } from "../quota/log-refusal";
import { refuseSubmission } from "../quota/refuse-submission";
import type { SubmissionView } from "../submission-schema";
import { submitModel } from "../submit-model";
import { withdrawSubmission } from "../withdraw-submission";

/**
 * Withdraws a submission of the viewer's team that waits because another preprocessing suits it clearly better, and submits the same
 * file, stored already, with that one and all else as it was.
 * @throws RungError `not_found`; `too_late` where nothing is advised (any more); `quota_spent`, and it goes on waiting
 */
export async function submitAsAdvised({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { id: string };
}): Promise<SubmissionView> {
  await getSubmission({ ctx, input });
  const [found] = await ctx.db
    .select({ submission: submissions, benchmark: benchmarks })
    .from(submissions)
    .innerJoin(benchmarks, eq(benchmarks.id, submissions.benchmarkId))
    .where(eq(submissions.id, input.id));
  const { submission, benchmark } = found!;
  const better = submission.state === "waiting-for-you" ? submission.advice?.better : null;
  if (!better || submission.teamId !== ctx.viewer.teamId) {
    throw new RungError("too_late", "Nothing is advised for this submission.", "Look at its state.");
  }
  const { name, modelHash, atLeast, links, training, expectedOriginal, asks } = submission;
  // Its own place among those that wait becomes free: only what the day allows can refuse the new one.
  const refused = await ctx.db.transaction(async (tx) => {
    const refusal = await refuseSubmission({ tx, ctx, benchmark, asks, besides: input.id });
    return refusal && logRefusal(tx, refusal);
  });
  if (refused) throw refused;
  await withdrawSubmission({ ctx, input });
  const declaration = {
    benchmark: benchmark.slug,
    name,
    atLeast,
    links,
    training,
    preprocessing: better.preprocessing,
    expectedOriginalAccuracy: expectedOriginal,
    goOn: asks ? ("ask" as const) : (true as const),
  };
  return submitModel({ ctx, input: { modelHash, declaration } });
}
