import { and, count, eq, gt, gte, inArray, isNull, lt, not, or, sql, sum } from "drizzle-orm";
import type { Database } from "../../../db/client";
import {
  benchmarks,
  decisionCounts,
  firstReleases,
  hiddenIntervals,
  type pools,
  scores,
  submissions,
  teams,
  testSets,
  testSetVersions,
} from "../../../db/schema";
import { primaryMetric } from "../../evaluation/metric";
import { bestSimulatedAttack } from "../../release/best-simulated-attack";
import { biasOfTeams } from "../../release/bias-of-teams";
import { biasCeiling } from "../../release/information-bound";
import { meteredUnsure } from "../../release/measured-ceilings";
import { numbersBeside } from "../../test-sets/numbers-beside";
import { isPrimary } from "../../test-sets/primary";
import { poolBits } from "./pool-bits";

/** What a pool has given away; `ceiling` and `simulated` are fractions. */
interface Spending {
  /** Decisions on submissions, and the climbs among them. */
  decided: number;
  climbs: number;
  /** Ladders that had a first release, those of teams that were merged later too. */
  firstReleases: number;
  /** Those of teams that nobody vouches for, and what such teams could reach together. */
  unvouched: number;
  unvouchedBias: number | null;
  /** Results that appeared after the first window. */
  late: number;
  bits: number;
  /** No attack exceeds it: a theorem. */
  ceiling: number;
  /** What the strongest simulated attack gains at these counts; null under a policy that was not measured. */
  simulated: number | null;
}

/** What a pool has given away, computed from public data; `images` are those of its primary guarded part. */
export async function loadSpending(
  db: Database,
  pool: Pick<
    typeof pools.$inferSelect,
    "id" | "policy" | "benchmarkId" | "lifetime" | "createdAt" | "retiredAt"
  >,
  images: number,
): Promise<Spending> {
  const [counts, others, late, unvouched, lifetime, beside, intervals] = await Promise.all([
    db.select().from(decisionCounts).where(eq(decisionCounts.poolId, pool.id)),
    scoresBeside(db, pool.id),
    lateResults(db, pool),
    unvouchedFirsts(db, pool.id),
    lifetimeOn(db, pool),
    numbersBeside(db, pool),
    bitsOfIntervals(db, pool.id),
  ]);
  const { rungs, recordLadder, ...made } = sumDecisions(counts);
  const bits = poolBits({
    policy: pool.policy,
    images,
    ...made,
    rungs,
    recordLadder,
    others,
    late,
    intervals,
  });
  const spent = {
    submissions: made.decided,
    climbs: made.climbs,
    firstReleases: made.firstReleases,
    // References are the maintainers' models: their numbers are bits, but no attacker's.
    numbersBeside: others.reduce((sum, { ofTeams }) => sum + ofTeams, 0),
  };
  return {
    ...made,
    late: late.reduce((sum, { results }) => sum + results, 0),
    unvouched,
    unvouchedBias:
      images > 0 ? biasOfTeams({ policy: pool.policy, images, lifetime, beside, teams: unvouched }) : null,
    bits,
    ceiling: images > 0 ? biasCeiling({ bits, images }) : 0,
    simulated:
      images > 0 ? bestSimulatedAttack({ policy: pool.policy, images, unsure: meteredUnsure, spent }) : null,
  };
}

function unvouchedFirsts(db: Database, poolId: string): Promise<number> {
  const unknown = db
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(teams, eq(teams.id, submissions.teamId))
    .where(isNull(teams.vouchedAt));
  return db.$count(
    firstReleases,
    and(eq(firstReleases.poolId, poolId), inArray(firstReleases.submissionId, unknown)),
  );
}

async function lifetimeOn(db: Database, pool: { benchmarkId: string; lifetime: number }): Promise<number> {
  const [benchmark] = await db
    .select({ lifetime: benchmarks.lifetime })
    .from(benchmarks)
    .where(eq(benchmarks.id, pool.benchmarkId));
  return benchmark?.lifetime ?? pool.lifetime;
}

function sumDecisions(counts: (typeof decisionCounts.$inferSelect)[]) {
  const of = (scope: "team" | "global", decision: "climbed" | "held") =>
    counts.filter((row) => row.scope === scope && row.decision === decision);
  const all = (rows: typeof counts) => rows.reduce((total, row) => total + row.decisions, 0);
  const climbs = of("team", "climbed");
  return {
    decided: all(climbs) + all(of("team", "held")),
    climbs: all(climbs),
    recordLadder: {
      decided: all(counts.filter((row) => row.scope === "global")),
      climbs: all(of("global", "climbed")),
    },
    firstReleases: all(climbs.filter((row) => row.rung === "none")),
    rungs: climbs.map(({ rung, decisions }) => {
      const [numerator = "", denominator = ""] = rung.split("/");
      return { before: rung === "none" ? null : { numerator, denominator }, climbs: decisions };
    }),
  };
}

/** Results of a pool's time that appeared after the first window, by the window: anybody could see that. */
function lateResults(
  db: Database,
  pool: Pick<typeof pools.$inferSelect, "benchmarkId" | "createdAt" | "retiredAt">,
) {
  return db
    .select({ windows: sql<number>`${submissions.windows}`, results: count() })
    .from(submissions)
    .where(
      and(
        eq(submissions.benchmarkId, pool.benchmarkId),
        gt(submissions.windows, 1),
        gte(submissions.hiddenClaimedAt, pool.createdAt),
        pool.retiredAt ? lt(submissions.hiddenClaimedAt, pool.retiredAt) : undefined,
      ),
    )
    .groupBy(submissions.windows);
}

/** What every interval told that rests on references' answers to the pool's images, former references' too. */
async function bitsOfIntervals(db: Database, poolId: string): Promise<number> {
  const [found] = await db
    .select({ bits: sum(hiddenIntervals.bits).mapWith(Number) })
    .from(hiddenIntervals)
    .innerJoin(testSetVersions, eq(testSetVersions.id, hiddenIntervals.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(eq(testSets.poolId, poolId));
  return found?.bits ?? 0;
}

/** What was let out beside the scores that decided, references' among it, by version and metric. */
function scoresBeside(db: Database, poolId: string) {
  const decided = and(isPrimary, eq(scores.metric, primaryMetric))!;
  return db
    .select({
      images: testSetVersions.images,
      scores: count(),
      ofTeams: sql<number>`count(*) filter (where ${submissions.kind} <> 'reference')::int`,
      exact: sql<boolean>`${scores.kind} = 'exact'`,
    })
    .from(scores)
    .innerJoin(testSetVersions, eq(testSetVersions.id, scores.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .innerJoin(submissions, eq(submissions.id, scores.submissionId))
    .where(and(eq(testSets.poolId, poolId), or(not(decided), eq(submissions.kind, "reference"))))
    .groupBy(testSetVersions.id, scores.metric, scores.kind);
}
