import { trials } from "../../../db/schema";
import type { Context } from "../../context";
import type { Tried } from "../../evaluation/tried";
import type { TrialPlace } from "./stored-trial";

/** Stores what a model file answered when it was tried: so it is tried once, however often it is submitted. */
export async function storeTrial({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now">;
  input: TrialPlace & { tried: Tried[] };
}): Promise<void> {
  const { tried } = input;
  await ctx.db
    .insert(trials)
    .values({ ...input, createdAt: ctx.now() })
    .onConflictDoUpdate({
      target: [trials.modelHash, trials.versionId, trials.geometry],
      set: { tried },
    });
}
