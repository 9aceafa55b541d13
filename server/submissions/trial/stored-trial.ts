import { and, eq } from "drizzle-orm";
import { trials } from "../../../db/schema";
import type { Context } from "../../context";
import type { Tried } from "../../evaluation/tried";

/** Which pixels a model file was tried with: an original version's, for one input geometry. */
export type TrialPlace = Pick<typeof trials.$inferSelect, "modelHash" | "versionId" | "geometry">;

/** What a model file answered when it was tried, by setting; empty where it never was. */
export async function storedTrial({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: TrialPlace;
}): Promise<Tried[]> {
  const [row] = await ctx.db
    .select({ tried: trials.tried })
    .from(trials)
    .where(
      and(
        eq(trials.modelHash, input.modelHash),
        eq(trials.versionId, input.versionId),
        eq(trials.geometry, input.geometry),
      ),
    );
  return row?.tried ?? [];
}
