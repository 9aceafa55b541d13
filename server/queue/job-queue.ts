import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Database } from "../../db/client";
import { withoutValues } from "./without-values";

/** The data of each queue's jobs: ids only. */
interface Jobs {
  "evaluate-original": { submissionId: string };
  "evaluate-hidden": { submissionId: string };
  /** At most one waits per benchmark, however often it is requested. */
  "refresh-fits": { benchmarkId: string };
  /** Looks for earlier submissions with nearly the same model. */
  "compare-predictions": { submissionId: string };
  /** At most one waits per pool. */
  "measure-adaptivity": { poolId: string };
  /** Asked for by a maintainer. */
  "void-decision": { submissionId: string };
  /** Asked for by a maintainer too. */
  "repeat-evaluation": { submissionId: string };
  /** After a merge of teams. */
  "join-ladders": { teamId: string };
}

export type QueueName = keyof Jobs;

/** Where a job stands among those of its queue. */
interface Place {
  /** Those with a higher one come first; 0 otherwise. */
  priority: number;
  /** No two jobs of one group run at once. */
  group: string;
  startAfter?: Date;
}

export interface JobQueue {
  /** Adds a job in the caller's transaction: it exists when, and only when, that commits. */
  enqueue<Q extends QueueName>(tx: Database, queue: Q, job: Jobs[Q], place?: Place): Promise<void>;
  /**
   * Handles a queue's jobs one at a time, woken by NOTIFY; called again, two at a time. If a handler throws or dies, its job is
   * repeated.
   */
  work<Q extends QueueName>(
    queue: Q,
    handler: (job: Jobs[Q] & { jobId: string; signal: AbortSignal }) => Promise<void>,
  ): Promise<void>;
  /** Waits for the running handlers, up to `timeoutMs`, and closes. */
  stop(timeoutMs?: number): Promise<void>;
}

/**
 * Opens the job queue (pg-boss on the same PostgreSQL).
 * @param supervise whether this process also looks for jobs whose worker went silent; true in workers
 */
export async function openJobQueue({
  url,
  supervise,
  onError,
}: {
  url: string;
  supervise: boolean;
  onError: (error: Error) => void;
}): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "rung queue",
    max: supervise ? 4 : 2,
    migrate: false,
    schedule: false,
    registerInstance: false,
    supervise,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    useListenNotify: supervise,
  });
  boss.on("error", onError);
  await boss.start();
  return {
    async enqueue(tx, queue, job, place) {
      const once = "submissionId" in job ? {} : { singletonKey: Object.values(job)[0] };
      const placed = place && { ...place, group: { id: place.group } };
      await boss.send(queue, job, { ...once, ...placed, db: fromDrizzle(tx, sql) });
    },
    async work(queue, handler) {
      await boss.work<Jobs[typeof queue]>(
        queue,
        {
          batchSize: 1,
          groupConcurrency: 1,
          pollingIntervalSeconds: 0.5,
          notifyPollingIntervalSeconds: 0.5,
          heartbeatRefreshSeconds: 3,
        },
        async ([job]) => {
          if (!job) return;
          const fault = await handler({ ...job.data, jobId: job.id, signal: job.signal }).then(
            () => null,
            withoutValues,
          );
          if (!fault) return;
          onError(fault);
          // The queue stores what is thrown in the job's row, which the web can read.
          throw new Error("the worker's log says why");
        },
      );
    },
    async stop(timeoutMs = 5_000) {
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}
