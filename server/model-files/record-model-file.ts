import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import type { StoredModel } from "../model-store/model-store";

/** Notes a file of the store in the database, and for one that is known that it came again. */
export async function recordModelFile(db: Database, stored: StoredModel, at: Date) {
  await db
    .insert(modelFiles)
    .values({ ...stored, createdAt: at })
    .onConflictDoUpdate({ target: modelFiles.hash, set: { createdAt: at } });
}
