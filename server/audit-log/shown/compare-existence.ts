import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";

/**
 * Checks that every submission has the line with which it began, and every such line its submission.
 * @returns what does not agree, in words, or null
 */
export async function compareExistence(db: Database): Promise<string | null> {
  const [other] = await db.execute<{ id: string | null; line: string | null }>(sql`
    select s.id, l.id as line from submissions s full join (
      select id, fields->>'submission' as submission from audit.lines where kind = 'submission'
    ) l on l.submission = s.id::text where s.id is null or l.id is null limit 1`);
  if (!other) return null;
  return other.id
    ? `no line tells of the submission ${other.id}`
    : `line ${other.line} leads to a row in submissions that is not there`;
}
