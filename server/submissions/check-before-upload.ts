import { benchmarkBySlug } from "../benchmarks/benchmark-by-slug";
import type { ResearcherContext } from "../context";
import { spendQuota } from "./quota/spend-quota";
import { requireEvaluable } from "./require-evaluable";

/**
 * Refuses, before its bytes are sent, a model that submitModel would refuse whatever it is; a quota refusal is logged as there.
 * Nothing is spent or promised.
 * @throws RungError `not_found`, `bad_input`, `quota_spent` (says when the next is allowed)
 */
export async function checkBeforeUpload({
  ctx,
  input,
}: {
  ctx: ResearcherContext;
  input: { benchmark: string };
}): Promise<void> {
  const benchmark = await benchmarkBySlug(ctx.db, input.benchmark);
  await requireEvaluable(ctx.db, benchmark);
  const spent = await ctx.db.transaction(async (tx) => await spendQuota({ tx, ctx, benchmark }));
  if (spent) throw spent;
}
