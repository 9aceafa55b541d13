import { and, asc, count, desc, eq, gte, sql } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { auditLines, benchmarks, pools, submissions, testSets, testSetVersions } from "../../../db/schema";
import type { LineKind } from "../../audit-log/line-schema";
import type { AuditorContext } from "../../context";
import { isPrimary } from "../../test-sets/primary";
import { loadSpending } from "./load-spending";
import type { PoolMeter } from "./meter-schema";

const weekMs = 7 * 24 * 3600 * 1000;
type Pool = typeof pools.$inferSelect;

/** The meter of every pool, or of one benchmark's (slug), the oldest first. */
export async function poolMeters({
  ctx,
  input,
}: {
  ctx: AuditorContext;
  input: { benchmark?: string | undefined };
}): Promise<PoolMeter[]> {
  const rows = await ctx.db
    .select({ pool: pools, benchmark: benchmarks })
    .from(pools)
    .innerJoin(benchmarks, eq(benchmarks.id, pools.benchmarkId))
    .where(input.benchmark ? eq(benchmarks.slug, input.benchmark) : undefined)
    .orderBy(asc(pools.createdAt), asc(pools.name));
  return Promise.all(rows.map(({ pool, benchmark }) => meterOf(ctx, pool, benchmark)));
}

async function meterOf(ctx: AuditorContext, pool: Pool, benchmark: typeof benchmarks.$inferSelect) {
  const { db } = ctx;
  const [[primary], [waiting], [refused]] = await Promise.all([
    versionsOf(db, pool.id),
    db
      .select({ n: count() })
      .from(submissions)
      .where(and(eq(submissions.benchmarkId, pool.benchmarkId), eq(submissions.state, "awaiting-approval"))),
    db
      .select({ n: count() })
      .from(auditLines)
      .where(
        and(
          eq(auditLines.kind, "quota-refusal" satisfies LineKind),
          gte(auditLines.at, new Date(ctx.now().getTime() - weekMs)),
          sql`${auditLines.fields}->>'benchmark' = ${pool.benchmarkId}`,
        ),
      ),
  ]);
  const images = primary?.images ?? 0;
  return {
    ...(await loadSpending(db, pool, images)),
    id: pool.id,
    pool: pool.name,
    benchmark: benchmark.slug,
    testSet: primary?.testSet ?? null,
    policy: pool.policy,
    images,
    auditImages: primary?.auditImages ?? 0,
    retiredAt: pool.retiredAt?.toISOString() ?? null,
    firstReleaseBudget: pool.firstReleaseBudget,
    teamBias: pool.teamBias,
    waiting: waiting?.n ?? 0,
    perDay: benchmark.perDay,
    lifetime: benchmark.lifetime ?? pool.lifetime,
    refusals: refused?.n ?? 0,
  };
}

/** The versions of the pool's primary test set, the one that counts coming first. */
function versionsOf(db: Database, poolId: string) {
  return db
    .select({
      testSet: testSets.name,
      images: testSetVersions.images,
      auditImages: testSetVersions.auditImages,
    })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(testSets.poolId, poolId), isPrimary))
    .orderBy(sql`${testSetVersions.state} = 'active' desc`, desc(testSetVersions.number));
}
