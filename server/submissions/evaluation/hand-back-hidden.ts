import { and, eq, isNull, sql } from "drizzle-orm";
import { hiddenRuns } from "../../../db/schema";
import type { Context } from "../../context";

/** A worker that was told to stop hands back what it has not recorded: it is not counted as lost. */
export async function handBackHidden({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { submissionId: string };
}): Promise<void> {
  await ctx.db
    .update(hiddenRuns)
    .set({ attempts: sql`greatest(${hiddenRuns.attempts} - 1, 0)` })
    .where(and(eq(hiddenRuns.submissionId, input.submissionId), isNull(hiddenRuns.readyAt)));
}
