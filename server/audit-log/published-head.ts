import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../context";

export const publishedHeadSchema = z.object({
  day: z.iso.date().describe("the day, UTC, at whose beginning the log had this head"),
  head: z
    .string()
    .describe("SHA-256 in hex; `rung log check URL --head HEAD` checks that it is still on the chain"),
  line: z
    .int()
    .describe("the number of the line with that hash, 0 where there was none; lines up to it are public"),
});
export type PublishedHead = z.infer<typeof publishedHeadSchema>;

/** The log's head as published today. It moves only with the day (UTC, ten minutes after midnight), so it reveals no times. */
export async function publishedHead({ ctx }: { ctx: Pick<Context, "db" | "now"> }): Promise<PublishedHead> {
  const [row] = await ctx.db.execute<{ day: string; head: string; line: string }>(
    sql`select day::text, encode(head, 'hex') as head, line from audit.publish_head(${ctx.now().toISOString()})`,
  );
  return { day: row!.day, head: row!.head, line: Number(row!.line) };
}
