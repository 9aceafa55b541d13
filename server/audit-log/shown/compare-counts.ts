import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";

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
 * Checks that what meters count is what was decided.
 * @returns what does not agree, in words, or null
 */
export async function compareCounts(db: Database): Promise<string | null> {
  if ((await db.execute(counts)).length > 0)
    return "decision_counts: the meters count other decisions than the log";
  if ((await db.execute(firsts)).length > 0)
    return "first_releases: the meters count other decisions than the log";
  return null;
}
