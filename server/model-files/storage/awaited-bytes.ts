import { isNull } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { uploads } from "../../../db/schema";
import type { ModelStore } from "../../model-store/model-store";

/**
 * How many bytes unfinished uploads are still to bring. Look at the room that is left after this: so what is written between counts twice, not
 * never.
 */
export async function awaitedBytes(db: Database, models: ModelStore): Promise<number> {
  const unfinished = await db
    .select({ id: uploads.id, bytes: uploads.bytes })
    .from(uploads)
    .where(isNull(uploads.modelHash));
  const written = await models.uploads.written();
  return unfinished.reduce((sum, { id, bytes }) => sum + Math.max(0, bytes - (written.get(id) ?? 0)), 0);
}
