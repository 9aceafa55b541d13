import type { Context } from "../context";
import type { StoredModel } from "../model-store/model-store";
import { lockModelFile } from "./lock-model-file";
import { recordModelFile } from "./record-model-file";

/**
 * Puts a file into the store. It is recorded in the database before it is there, so that no crash leaves a file that nobody knows, and
 * from then on the sweep leaves it alone for a day. The source stays; see `ModelStore` for `adopt` and the errors.
 */
export async function addModelFile({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
  input: { sourcePath: string; adopt?: boolean };
}): Promise<StoredModel> {
  return await ctx.models.store({
    ...input,
    before: (stored) =>
      ctx.db.transaction(async (tx) => {
        await lockModelFile(tx, stored.hash);
        await recordModelFile(tx, stored, ctx.now());
      }),
  });
}
