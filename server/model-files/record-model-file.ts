import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import type { StoredModelFile } from "./store-model-file";

/** Notes a file of the store in the database; one that is known stays as it is. */
export async function recordModelFile(db: Database, stored: StoredModelFile, at: Date) {
  await db
    .insert(modelFiles)
    .values({ ...stored, createdAt: at })
    .onConflictDoNothing();
}
