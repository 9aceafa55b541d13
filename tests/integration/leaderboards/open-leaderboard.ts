import postgres from "postgres";
import { openDatabase } from "@/db/client";
import type { Context } from "@/server/context";
import {
  type LeaderboardQuery,
  leaderboardQuerySchema,
} from "@/server/leaderboards/schemas/leaderboard-query";
import { openJobQueue } from "@/server/queue/job-queue";
import { freshDatabase } from "../../factories/fresh-database";
import { noModels } from "../../fixtures/no-models";

/** A fresh database with a context for each role that reads or writes leaderboards. */
export async function openLeaderboard() {
  const fresh = await freshDatabase();
  const owner = openDatabase(fresh.ownerUrl, { max: 2 });
  const worker = openDatabase(fresh.workerUrl, { max: 2 });
  const web = openDatabase(fresh.webUrl, { max: 4 });
  const fail = (error: Error) => {
    throw error;
  };
  const queue = await openJobQueue({ url: fresh.ownerUrl, supervise: false, onError: fail });
  const context = (db: Context["db"]): Context => ({ db, queue, now: () => new Date(), models: noModels });
  return {
    url: fresh.ownerUrl,
    owner: context(owner.db),
    worker: context(worker.db),
    web: context(web.db),
    /** Payloads of what is told to pages, from now on. */
    async listen() {
      const sql = postgres(fresh.webUrl, { max: 1 });
      const told: string[] = [];
      await sql.listen("rung_benchmark", (payload) => told.push(payload));
      return { told, stop: () => sql.end() };
    },
    async close() {
      await queue.stop();
      await Promise.all([owner.end(), worker.end(), web.end()]);
      await fresh.drop();
    },
  };
}

/** A query as a door hands it on. */
export function query(slug: string, more: Record<string, unknown> = {}): LeaderboardQuery {
  return leaderboardQuerySchema.parse({ slug, ...more });
}
