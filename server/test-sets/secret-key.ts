import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { keys } from "../../db/schema";

/** A secret key (32 bytes) of this installation, generated at first use. Needs the owner's rights. */
export async function secretKey(db: Database, name: "digest" | "shapes"): Promise<Buffer> {
  await db
    .insert(keys)
    .values({ name, key: randomBytes(32) })
    .onConflictDoNothing();
  const [row] = await db.select().from(keys).where(eq(keys.name, name));
  return Buffer.from(row!.key);
}
