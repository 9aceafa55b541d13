import { desc } from "drizzle-orm";
import { publishedHeads } from "../../../db/schema";
import type { Context } from "../../context";
import { type PublishedHead, publishedHead } from "../published-head";

/** Every head that was ever published, the latest first. */
export async function listHeads({ ctx }: { ctx: Pick<Context, "db" | "now"> }): Promise<PublishedHead[]> {
  await publishedHead({ ctx });
  const { day, head, line } = publishedHeads;
  const rows = await ctx.db.select({ day, head, line }).from(publishedHeads).orderBy(desc(day));
  return rows.map((row) => ({ ...row, head: Buffer.from(row.head).toString("hex") }));
}
