import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";
import type { StoredModel } from "../model-store/model-store";

/** Records a file in the database or, if it is known, that it was uploaded again. */
export async function recordModelFile(db: Database, stored: StoredModel, at: Date) {
  await db
    .insert(modelFiles)
    .values({ ...stored, createdAt: at })
    .onConflictDoUpdate({ target: modelFiles.hash, set: { createdAt: at, removedAt: null } });
}
