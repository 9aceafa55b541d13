import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { submissions } from "../../../db/schema";
import { metrics } from "../../evaluation/metric";
import { blockOf } from "../shown/block";

/** Of each block the SHA-256 (hex) of all rows that are compared of the submissions in it; computed in the database. */
export async function digestBlocks(db: Database): Promise<[number, string][]> {
  const rows = await db.execute<{ block: number; digest: string }>(sql`
    select ${blockOf} as block, encode(sha256(string_agg(digest, ''::bytea order by digest)), 'hex') as digest
    from ${submissions} join (
      select id as of, sha256(record_send(s)) as digest from submissions s
      union all select submission_id, sha256(record_send(s)) from scores s
      union all select submission_id, sha256(record_send(d)) from guarded.decisions d
      union all select submission_id, sha256(record_send(r)) from guarded.repeats r
      union all select submission_id, sha256(record_send((submission_id, version_id, part, total, ${sql.raw(metrics.join(", "))}, sha256(wrong),
          case when version_id in (select version_id from open_labels) then sha256(predictions) end)))
        from guarded.evaluations
    ) compared on of = ${submissions.id} group by block order by block`);
  return rows.map(({ block, digest }) => [block, digest]);
}
