import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../../db/client";

export const receiptSchema = z
  .object({
    line: z.int().describe("the number of the line with which the submission began"),
    hash: z.string().describe("that line's hash, hex: it must be on the chain once the line is public"),
    head: z.string().nullable().describe("the head published last before it; null where there was none"),
  })
  .describe("keep it: with it anybody finds whether the log still has the submission where it was");
export type Receipt = z.infer<typeof receiptSchema>;

/** The receipts of submissions, by id. */
export async function receiptsOf(db: Database, submissionIds: string[]): Promise<Map<string, Receipt>> {
  const ids = sql`array[${sql.join(
    submissionIds.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  const rows = await db.execute<{ submission: string; line: string; hash: string; head: string | null }>(
    sql`select submission, line, encode(hash, 'hex') as hash, encode(head, 'hex') as head from audit.receipts(${ids})`,
  );
  return new Map(
    rows.map(({ submission, line, hash, head }) => [submission, { line: Number(line), hash, head }]),
  );
}
