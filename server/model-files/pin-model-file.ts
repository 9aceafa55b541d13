import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import { RungError } from "../errors";
import { lockModelFile } from "./lock-model-file";

/** Keeps a stored model in the store until the transaction ends. Throws `not_found` where it was swept already. */
export async function pinModelFile(tx: Database, hash: string): Promise<void> {
  await lockModelFile(tx, hash);
  const rows = await tx.select({ hash: modelFiles.hash }).from(modelFiles).where(eq(modelFiles.hash, hash));
  if (rows.length > 0) return;
  throw new RungError(
    "not_found",
    "The model file is not here any more: a file that nobody submits is kept for a day. Nothing was counted.",
    "Upload it again, then submit it.",
  );
}
