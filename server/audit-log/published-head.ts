import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../context";

export const publishedHeadSchema = z.object({
  day: z.iso.date().describe("the day, UTC, at whose beginning the log had this head"),
  head: z
    .string()
    .describe("SHA-256 in hex; `rung audit verify --since HEAD` checks that it is still on the chain"),
});
export type PublishedHead = z.infer<typeof publishedHeadSchema>;

/** The log's head as published today. It moves only at the beginning of a day (UTC), so it reveals no times. */
export async function publishedHead({ ctx }: { ctx: Pick<Context, "db" | "now"> }): Promise<PublishedHead> {
  const [row] = await ctx.db.execute<{ day: string; head: string }>(
    sql`select day::text, encode(head, 'hex') as head from audit.publish_head(${ctx.now().toISOString()})`,
  );
  return { day: row!.day, head: row!.head };
}
