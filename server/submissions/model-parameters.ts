import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { modelFiles } from "../../db/schema";

/** An inspected model file's number of parameters; null if it was not inspected. */
export async function modelParameters(db: Database, hash: string): Promise<number | null> {
  const [file] = await db.select().from(modelFiles).where(eq(modelFiles.hash, hash));
  return file?.inspection?.model?.parameters ?? null;
}
