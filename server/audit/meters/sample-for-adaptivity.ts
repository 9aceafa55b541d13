import { sql } from "drizzle-orm";
import type { Database } from "../../../db/client";

/** The submissions of one window in a pool's life, and those that are measured. */
export interface AdaptivitySample {
  from: string;
  to: string;
  submissions: number;
  ids: string[];
}

const most = { windows: 20, each: 50 };

/**
 * The entries decided on a pool, in the order of decision, cut into at most 20 windows of equal size; at most 50 entries of each,
 * evenly spaced, so that a million take no longer than a thousand.
 */
export async function sampleForAdaptivity(
  db: Database,
  given: { poolId: string; versionId: string },
): Promise<AdaptivitySample[]> {
  const rows = await db.execute<{ window: number; from: Date; to: Date; n: number; ids: string[] }>(sql`
    with decided as (
      select d.submission_id, d.decided_at,
        row_number() over (order by d.decided_at, d.submission_id) - 1 as place,
        count(*) over () as n
      from guarded.decisions d
      where d.pool_id = ${given.poolId} and d.scope = 'team' and exists (
        select 1 from guarded.evaluations e
        where e.submission_id = d.submission_id and e.version_id = ${given.versionId} and e.part = 'audit')
    ), placed as (
      select *, (place * least(${most.windows}, n) / n)::int as stretch from decided
    ), ranked as (
      select *, row_number() over (partition by stretch order by place) - 1 as turn,
        count(*) over (partition by stretch) as size
      from placed
    )
    select stretch as "window", min(decided_at) as "from", max(decided_at) as "to", count(*)::int as n,
      array_agg(submission_id order by place)
        filter (where turn * least(${most.each}, size) / size <> (turn - 1) * least(${most.each}, size) / size or turn = 0) as ids
    from ranked group by stretch order by stretch`);
  return rows.map(({ from, to, n, ids }) => ({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    submissions: n,
    ids,
  }));
}
