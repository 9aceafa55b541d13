import { type SQL, sql } from "drizzle-orm";
import { modelFiles, submissions, uploads } from "../../../db/schema";
import { needsNoFile } from "./needs-no-file";
import { staysForMs } from "./stays-for-ms";

/** The sweep comes every hour. */
const goneAfterMs = staysForMs + 3600 * 1000;

/**
 * What is stored for people, as a relation (user_id, bytes, until): each one's model files, each once, and what their unfinished uploads
 * reserve; `until` is when it will have gone, null while a submission needs it. It depends on what they did alone, never on whether
 * somebody else has the same file.
 * @param of one person, by default all
 */
export function holdings({ now, of }: { now: Date; of?: string }): SQL {
  const stays = sql`make_interval(secs => ${goneAfterMs / 1000})`;
  const soon = sql`${now.toISOString()}::timestamptz + interval '1 hour'`;
  const is = (column: typeof uploads.userId | typeof submissions.userId) =>
    of === undefined ? sql`${column} is not null` : sql`${column} = ${of}`;
  const states = needsNoFile.map((state) => sql`${state}`);
  const over = sql`${submissions.state} in (${sql.join(states, sql`, `)})`;
  const claims = sql`
    select ${uploads.userId}, ${uploads.modelHash} as hash, greatest(${uploads.finishedAt} + ${stays}, ${soon}) as until
    from ${uploads} where ${uploads.modelHash} is not null and ${is(uploads.userId)}
    union all
    select ${submissions.userId}, ${submissions.modelHash}, case when ${over} then ${submissions.endedAt} + ${stays} end
    from ${submissions} where ${is(submissions.userId)} and (not ${over} or ${submissions.endedAt} + ${stays} > ${now.toISOString()})`;
  return sql`
    select claims.user_id, ${modelFiles.bytes}, case when bool_and(claims.until is not null) then max(claims.until) end as until
    from (${claims}) claims join ${modelFiles} on ${modelFiles.hash} = claims.hash
    group by claims.user_id, ${modelFiles.hash}
    union all
    select ${uploads.userId}, ${uploads.bytes}, ${uploads.createdAt} + ${stays}
    from ${uploads} where ${uploads.modelHash} is null and ${is(uploads.userId)}`;
}
