import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import { logRefusal } from "./quota/log-refusal";
import { refuseSubmission } from "./quota/refuse-submission";

/**
 * Refuses an upload, before any byte is sent, if submitModel would refuse any new model now; a refusal for the quota is logged in the
 * same way. Nothing is spent or reserved.
 * @throws RungError `not_found`, `bad_input`, `quota_spent` (says when the next is allowed)
 */
export async function checkBeforeUpload({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { benchmark: string; asks: boolean };
}): Promise<void> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  const { asks } = input;
  const refused = await ctx.db.transaction(async (tx) => {
    const refusal = await refuseSubmission({ tx, ctx, benchmark, asks });
    return refusal && logRefusal(tx, refusal);
  });
  if (refused) throw refused;
}
