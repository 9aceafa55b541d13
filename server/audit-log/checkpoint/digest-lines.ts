import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";

/**
 * The SHA-256 (hex) of all that is stored of the lines up to each bound, from the one before it on, and of those after the last one;
 * computed in the database.
 * @param bounds numbers of lines, rising
 * @returns by the bound, the last line's number for those after all bounds; none where there is no line
 */
export async function digestLines(db: Database, bounds: readonly number[]): Promise<[number, string][]> {
  const rows = await db.execute<{ last: string; digest: string }>(sql`
    select max(last) as last, encode(sha256(string_agg(digest, ''::bytea order by last)), 'hex') as digest from (
      select width_bucket(id - 1, ${`{${bounds.join(",")}}`}::bigint[]) as segment, max(id) as last,
        sha256(string_agg(digest, ''::bytea order by id)) as digest
      from (
        select l.id, sha256(record_send(l) || coalesce(record_send(s), '')) as digest
        from audit.lines l left join guarded.audit_secrets s on s.line_id = l.id
        -- What is sorted are digests, not rows.
        offset 0
      ) lines group by segment, id / 10000
    ) parts group by segment order by segment`);
  return rows.map(({ last, digest }) => [Number(last), digest]);
}
