import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import { RungError } from "../errors";
import { lockModelFile } from "./lock-model-file";

/** Protects a stored model from the sweep until the transaction ends. Throws `not_found` if it has already been swept. */
export async function pinModelFile(tx: Database, hash: string): Promise<void> {
  await lockModelFile(tx, hash);
  const rows = await tx.select({ hash: modelFiles.hash }).from(modelFiles).where(eq(modelFiles.hash, hash));
  if (rows.length > 0) return;
  throw new RungError(
    "not_found",
    "The model file is no longer here: a file that is not submitted is removed after a day. This did not count against your quota.",
    "Upload it again, then submit it.",
  );
}
