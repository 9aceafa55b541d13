import { and, eq, lt } from "drizzle-orm";
import { submissions } from "../../../db/schema";
import type { Context } from "../../context";

/** Publishes how many images of the original test sets are done. There is no such report for hidden ones. */
export async function reportProgress({
  ctx,
  input,
}: {
  ctx: Context;
  input: { submissionId: string; done: number };
}): Promise<void> {
  await ctx.db
    .update(submissions)
    .set({ originalDone: input.done })
    .where(and(eq(submissions.id, input.submissionId), lt(submissions.originalDone, input.done)));
}
