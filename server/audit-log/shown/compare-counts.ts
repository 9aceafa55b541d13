import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { digestOf } from "../digest-of";
import { linesOfKinds } from "../logged-line";

const decided = sql`
  select l.fields->>'pool' as pool_id, l.fields->>'scope' as scope, l.fields->>'decision' as decision, l.fields->>'submission' as submission_id,
    case when l.fields->>'decision' = 'climbed' and jsonb_typeof(s.secret::jsonb->'before'->'rung') = 'object'
      then concat(s.secret::jsonb->'before'->'rung'->>'numerator', '/', s.secret::jsonb->'before'->'rung'->>'denominator') else 'none' end as rung
  from audit.lines l join guarded.audit_secrets s on s.line_id = l.id where l.kind = 'decision'`;

const counts = sql`
  with told as (select pool_id, scope, decision, rung, count(*) as decisions from (${decided}) d group by 1, 2, 3, 4)
  select 1 from told full join (select pool_id::text, scope::text, decision::text, rung, decisions from decision_counts) stored
    using (pool_id, scope, decision, rung)
  where told.decisions is distinct from stored.decisions limit 1`;

const firsts = sql`
  with told as (select pool_id, submission_id from (${decided}) d where scope = 'team' and decision = 'climbed' and rung = 'none')
  select 1 from told full join (select pool_id::text, submission_id::text from first_releases) stored using (pool_id, submission_id)
  where told is null or stored is null limit 1`;

/**
 * Checks that what meters count is what was decided, and that the adaptivity shown is the one that was published.
 * @returns what does not agree, in words, or null
 */
export async function compareCounts(db: Database): Promise<string | null> {
  if ((await db.execute(counts)).length > 0)
    return "decision_counts: the meters count other decisions than the log";
  if ((await db.execute(firsts)).length > 0)
    return "first_releases: the meters count other decisions than the log";
  const told = new Map(
    (await linesOfKinds(db, ["adaptivity"])).map((logged) => [logged.line.public.pool, logged]),
  );
  for (const { poolId, result, measuredAt } of await db.query.publishedAdaptivity.findMany()) {
    const logged = told.get(poolId);
    if (!logged) return `no line tells of the row in published_adaptivity of the pool ${poolId}`;
    if (digestOf(result) !== logged.line.public.digest || measuredAt.getTime() !== logged.at.getTime())
      return `line ${logged.id} leads to another row in published_adaptivity than the one stored`;
  }
  return null;
}
