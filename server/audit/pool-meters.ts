import { and, asc, count, eq, gte, isNotNull, not, sql } from "drizzle-orm";
import type { Database } from "../../db/client";
import {
  auditLines,
  benchmarks,
  decisionCounts,
  pools,
  scores,
  submissions,
  testSets,
  testSetVersions,
} from "../../db/schema";
import type { AuditorContext } from "../context";
import { biasCeiling } from "../release/information-bound";
import type { PoolMeter } from "./meter-schema";
import { poolBits } from "./pool-bits";

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
  const [versions, made, others, [waiting], [refused]] = await Promise.all([
    versionsOf(db, pool.id),
    decisionsMade(db, pool.id),
    releasedBeside(db, pool.id),
    db
      .select({ n: count() })
      .from(submissions)
      .where(and(eq(submissions.benchmarkId, pool.benchmarkId), eq(submissions.state, "awaiting-approval"))),
    db
      .select({ n: count() })
      .from(auditLines)
      .where(
        and(
          eq(auditLines.kind, "quota-refusal"),
          gte(auditLines.at, new Date(ctx.now().getTime() - weekMs)),
          sql`${auditLines.fields}->>'benchmark' = ${pool.benchmarkId}`,
        ),
      ),
  ]);
  const primary = versions[0];
  const images = primary?.images ?? 0;
  const { decided, climbs, records, firstReleases } = made;
  const bits = poolBits({ policy: pool.policy, images, ...made, others });
  return {
    id: pool.id,
    pool: pool.name,
    benchmark: benchmark.slug,
    testSet: primary?.testSet ?? null,
    policy: pool.policy,
    images,
    auditImages: primary?.auditImages ?? 0,
    retiredAt: pool.retiredAt?.toISOString() ?? null,
    decided,
    climbs,
    records,
    firstReleases,
    firstReleaseBudget: pool.firstReleaseBudget,
    waiting: waiting?.n ?? 0,
    perDay: benchmark.perDay,
    lifetime: benchmark.lifetime ?? pool.lifetime,
    refusals: refused?.n ?? 0,
    bits,
    ceiling: images > 0 ? biasCeiling({ bits, images }) : 0,
  };
}

/** The versions of the pool's primary test set, the one that counts first. */
function versionsOf(db: Database, poolId: string) {
  return db
    .select({
      testSet: testSets.name,
      images: testSetVersions.images,
      auditImages: testSetVersions.auditImages,
    })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(testSets.poolId, poolId), isNotNull(testSets.primarySince)))
    .orderBy(
      sql`${testSets.primarySince} desc`,
      sql`${testSetVersions.state} = 'active' desc`,
      sql`${testSetVersions.number} desc`,
    );
}

/** Decisions by scope, and the rungs that team ladders climbed from; the first of a team has none. */
async function decisionsMade(db: Database, poolId: string) {
  const rows = await db.select().from(decisionCounts).where(eq(decisionCounts.poolId, poolId));
  const of = (scope: "team" | "global", decision: "climbed" | "held") =>
    rows.filter((row) => row.scope === scope && row.decision === decision);
  const sum = (counted: typeof rows) => counted.reduce((total, row) => total + row.decisions, 0);
  const climbs = of("team", "climbed");
  return {
    decided: sum(climbs) + sum(of("team", "held")),
    climbs: sum(climbs),
    records: sum(of("global", "climbed")),
    firstReleases: sum(climbs.filter((row) => row.rung === "none")),
    rungs: climbs.map(({ rung, decisions }) => {
      const [numerator = "", denominator = ""] = rung.split("/");
      return { before: rung === "none" ? null : { numerator, denominator }, climbs: decisions };
    }),
  };
}

/** Scores that were released with a climb and did not decide, by version and metric. */
function releasedBeside(db: Database, poolId: string) {
  const deciding = and(eq(scores.metric, "top1"), isNotNull(testSets.primarySince));
  return db
    .select({ images: testSetVersions.images, scores: count() })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(and(eq(testSets.poolId, poolId), eq(scores.kind, "released"), not(deciding!)))
    .groupBy(testSetVersions.id, scores.metric);
}
