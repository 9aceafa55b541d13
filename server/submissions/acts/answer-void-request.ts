import { eq } from "drizzle-orm";
import { voidRequests } from "../../../db/schema";
import type { Context } from "../../context";
import { RungError } from "../../errors";
import { voidDecision } from "./void-decision";

/** Voids what a maintainer asked for, or notes for maintainers why not. */
export async function answerVoidRequest({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "queue">;
  input: { submissionId: string };
}): Promise<void> {
  const asked = eq(voidRequests.submissionId, input.submissionId);
  const [request] = await ctx.db.select().from(voidRequests).where(asked);
  if (!request) return;
  const { submissionId: id, reason, userId: by } = request;
  try {
    await voidDecision({ ctx, input: { id, reason, by } });
  } catch (error) {
    if (!(error instanceof RungError)) throw error;
    await ctx.db.update(voidRequests).set({ refusal: error.message }).where(asked);
  }
}
