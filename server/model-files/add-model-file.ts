import type { Context } from "../context";
import type { StoredModel } from "../model-store/model-store";
import { lockModelFile } from "./lock-model-file";
import { recordModelFile } from "./record-model-file";

/**
 * Puts a file into the store and records it in the database: from then on the sweep leaves it alone for a day. If the sweep
 * removed the same file between the two, it is stored again. The source stays; see `ModelStore` for `adopt` and the errors.
 */
export async function addModelFile({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
  input: { sourcePath: string; adopt?: boolean };
}): Promise<StoredModel> {
  for (;;) {
    const stored = await ctx.models.store(input);
    const isStored = await ctx.db.transaction(async (tx) => {
      await lockModelFile(tx, stored.hash);
      if (!(await ctx.models.has(stored.hash))) return false;
      await recordModelFile(tx, stored, ctx.now());
      return true;
    });
    if (isStored) return stored;
  }
}
