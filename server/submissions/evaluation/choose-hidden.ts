import { sql } from "drizzle-orm";
import type { Context } from "../../context";
import { swapWaitingJob } from "../../queue/swap-waiting-job";

/**
 * Whose turn it is for a hidden slot: of the submissions that wait for one, the first of the team that held slots least in seven days, by
 * the windows of its claims. The job that has the turn takes it over from the one that waits.
 * @param input the job that has the turn, and its submission
 * @returns the id of the submission to claim
 */
export async function chooseHidden({
  ctx,
  input,
}: {
  ctx: Context;
  input: { jobId: string; submissionId: string };
}): Promise<string> {
  const weekAgo = new Date(ctx.now().getTime() - 7 * 24 * 3_600_000).toISOString();
  const [first] = await ctx.db.execute<{ submission: string; job: string | null }>(sql`
    select s.id as submission, j.id as job
    from submissions s
    left join pgboss.job j on j.name = 'evaluate-hidden' and j.state in ('created', 'retry')
      and j.data->>'submissionId' = s.id::text and s.id <> ${input.submissionId}
    where s.state = 'evaluating' and s.hidden_due_at is null and s.parked_at is null
      and (s.id = ${input.submissionId} or j.id is not null)
    order by (
      select coalesce(sum(held.hidden_due_at - held.hidden_claimed_at), interval '0') from submissions held
      where held.team_id = s.team_id and held.hidden_claimed_at > ${weekAgo}
    ), coalesce(s.spend_order, s.sequence)
    limit 1`);
  if (!first?.job) return input.submissionId;
  const pair = { queue: "evaluate-hidden", running: input.jobId, waiting: first.job } as const;
  return (await swapWaitingJob(ctx.db, pair)) ? first.submission : input.submissionId;
}
