import { desc, eq, isNull, sql } from "drizzle-orm";
import { modelFiles, users } from "../../../db/schema";
import type { Context } from "../../context";
import { env } from "../../env";
import { awaitedBytes } from "./awaited-bytes";
import { holdings } from "./holdings";
import type { Storage } from "./storage-schema";

const mostPeople = 200;

/** What is stored for everybody and by whom, and what room is left, in bytes. For maintainers. */
export async function viewStorage({
  ctx,
}: {
  ctx: Pick<Context, "db" | "now" | "models">;
}): Promise<Storage> {
  const { db, models } = ctx;
  const awaited = await awaitedBytes(db, models);
  const total = sql`coalesce(sum(${modelFiles.bytes}), 0)`.mapWith(Number);
  const [stored] = await db
    .select({ files: sql`count(*)`.mapWith(Number), bytes: total })
    .from(modelFiles)
    .where(isNull(modelFiles.removedAt));
  const held = sql`(${holdings({ now: ctx.now() })})`;
  const bytes = sql<number>`sum(held.bytes)`.mapWith(Number);
  const people = await db
    .select({
      name: users.name,
      files: sql`count(*)`.mapWith(Number),
      bytes,
      leaving: sql`coalesce(sum(held.bytes) filter (where held.until is not null), 0)`.mapWith(Number),
    })
    .from(users)
    .innerJoin(sql`${held} held`, eq(sql`held.user_id`, users.id))
    .groupBy(users.id)
    .orderBy(desc(bytes), users.name)
    .limit(mostPeople);
  return { room: await models.room(), awaited, ...stored!, most: env().maxUserBytes, people };
}
