import { access } from "node:fs/promises";
import type { Context } from "../context";
import { lockModelFile } from "./lock-model-file";
import { modelFilePath } from "./model-file-path";
import { recordModelFile } from "./record-model-file";
import { type StoredModelFile, storeModelFile } from "./store-model-file";

/**
 * Puts a file into the store and notes it in the database: from then on the sweep leaves it alone for a day. Where the sweep took
 * the same file between the two, it is stored again. The source stays; see `storeModelFile` for `adopt` and for what it throws.
 */
export async function addModelFile({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db" | "now" | "dataDir">;
  input: { sourcePath: string; adopt?: boolean };
}): Promise<StoredModelFile> {
  for (;;) {
    const stored = await storeModelFile({ dataDir: ctx.dataDir, ...input });
    const kept = await ctx.db.transaction(async (tx) => {
      await lockModelFile(tx, stored.hash);
      if (!(await exists(modelFilePath(ctx.dataDir, stored.hash)))) return false;
      await recordModelFile(tx, stored, ctx.now());
      return true;
    });
    if (kept) return stored;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
