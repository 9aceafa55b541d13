import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/client";
import { startEmbeddedPostgres } from "@/db/embedded/start-embedded-postgres";
import { migrate } from "@/db/migrate";
import { benchmarkChanged } from "@/server/benchmarks/benchmark-changed";
import type { Context } from "@/server/context";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { getFigure } from "@/server/leaderboards/get-figure";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { figureSchema } from "@/server/leaderboards/schemas/figure-schema";
import {
  type LeaderboardQuery,
  leaderboardQuerySchema,
} from "@/server/leaderboards/schemas/leaderboard-query";
import { leaderboardSchema } from "@/server/leaderboards/schemas/leaderboard-schema";
import { noModels } from "../fixtures/no-models";
import { scatteredModels } from "../fixtures/scattered-models";
import { seedLeaderboard } from "../fixtures/seed-leaderboard";
import { quantile } from "./quantile";

const size = { references: 1_500, entries: 10_000 };
const requests = 300;
const queue: Context["queue"] = { enqueue: async () => {} };

/** The views that visitors of the table ask for in turn. */
const views: Partial<LeaderboardQuery>[] = [
  {},
  { page: 7 },
  { sort: "newRank" },
  { sort: "residual", descending: true },
  { search: "entry 77" },
  { kind: "entry", team: "team-12" },
  { scale: "probit", page: 3 },
];

/**
 * Server time of the benchmark page (a page of the table and the whole figure, each checked against its schema as the doors do)
 * with 1,500 reference models and 10,000 entries: the first view after a change, and p50 and p95 of those after it.
 */
export async function benchLeaderboard(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "rung-bench-"));
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  try {
    const { webUrl } = await migrate({ ownerUrl: server.ownerUrl });
    const owner = openDatabase(server.ownerUrl);
    const web = openDatabase(webUrl);
    const ctx: Context = { db: web.db, queue, now: () => new Date(), models: noModels };
    const { benchmarkId } = await seedLeaderboard(owner.db, { slug: "large", ...scatteredModels(size) });
    await owner.sql`analyze`;
    console.log(`${size.references} reference models, ${size.entries} entries`);
    console.log(`first view: ${milliseconds(await timed(() => page(ctx, {})))}`);
    const afterChange = [];
    for (let i = 0; i < 5; i++) {
      await benchmarkChanged({ ctx, tx: owner.db, benchmarkId });
      afterChange.push(await timed(() => page(ctx, {})));
    }
    console.log(`first view after a change: ${milliseconds(quantile(afterChange, 0.5))}`);
    const times = { table: [] as number[], figure: [] as number[] };
    for (const view of views) await page(ctx, view);
    for (let i = 0; i < requests; i++) {
      const view = views[i % views.length]!;
      times.table.push(await timed(() => table(ctx, view)));
      times.figure.push(await timed(() => figure(ctx, view)));
    }
    for (const [name, taken] of Object.entries(times)) {
      console.log(
        `${name}: p50 ${milliseconds(quantile(taken, 0.5))}, p95 ${milliseconds(quantile(taken, 0.95))}`,
      );
    }
    const fits = await timed(() => refreshFits({ ctx: { ...ctx, db: owner.db }, input: { benchmarkId } }));
    console.log(`all fits of the benchmark, in the worker: ${(fits / 1000).toFixed(1)} s`);
    await Promise.all([owner.end(), web.end()]);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function page(ctx: Context, view: Partial<LeaderboardQuery>) {
  await Promise.all([table(ctx, view), figure(ctx, view)]);
}

async function table(ctx: Context, view: Partial<LeaderboardQuery>) {
  const input = leaderboardQuerySchema.parse({ slug: "large", ...view });
  leaderboardSchema.parse(await getLeaderboard({ ctx, input }));
}

async function figure(ctx: Context, view: Partial<LeaderboardQuery>) {
  const input = leaderboardQuerySchema.parse({ slug: "large", ...view });
  figureSchema.parse(await getFigure({ ctx, input }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;
