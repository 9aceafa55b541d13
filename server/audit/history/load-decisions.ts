import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { decisions, evaluations, pools, scores, testSets, testSetVersions } from "../../../db/schema";
import { primaryMetric } from "../../evaluation/metric";
import type { LadderState } from "../../release/ladder-state";
import { isPrimary } from "../../test-sets/primary";
import type { ShownDecision } from "./history-schema";

/** The decisions on submissions, in the order they were made, with the counts behind them. Needs the auditor's rights. */
export async function loadDecisions(
  db: Database,
  given: { submissionIds: string[]; poolId: string | null },
): Promise<Map<string, ShownDecision[]>> {
  const ids = given.submissionIds;
  if (ids.length === 0) return new Map();
  const [made, counted] = await Promise.all([
    db
      .select({ decision: decisions, pool: pools.name })
      .from(decisions)
      .innerJoin(pools, eq(pools.id, decisions.poolId))
      .where(
        and(
          inArray(decisions.submissionId, ids),
          given.poolId ? eq(decisions.poolId, given.poolId) : undefined,
        ),
      )
      .orderBy(asc(decisions.decidedAt), asc(decisions.scope)),
    countedOn(db, ids),
  ]);
  const shown = new Map<string, ShownDecision[]>();
  for (const { decision, pool } of made) {
    const own = counted.filter(
      (row) => row.submissionId === decision.submissionId && row.poolId === decision.poolId,
    );
    const guarded = own.find((row) => row.part !== "audit" && fits(row, decision.trace));
    const audit = own.find((row) => row.part === "audit" && row.versionId === guarded?.versionId);
    const list = shown.get(decision.submissionId) ?? [];
    list.push({
      pool,
      testSet: guarded?.testSet ?? "",
      scope: decision.scope,
      decision: decision.decision,
      exact: guarded ? { correct: guarded.top1, total: guarded.total } : null,
      audit: audit ? { correct: audit.top1, total: audit.total } : null,
      unanswered: guarded?.unanswered ?? null,
      released: decision.decision === "climbed" ? (guarded?.released ?? null) : null,
      ...traceOf(decision.trace),
      rungBefore: rungText(decision.before),
      rungAfter: rungText(decision.after),
      climbs: decision.after.climbs,
      closed: decision.after.closed,
      decidedAt: decision.decidedAt.toISOString(),
    });
    shown.set(decision.submissionId, list);
  }
  return shown;
}

/** Counts on the parts of primary test sets, without the bits, the newest version first. */
function countedOn(db: Database, ids: string[]) {
  return db
    .select({
      submissionId: evaluations.submissionId,
      versionId: evaluations.versionId,
      poolId: testSets.poolId,
      testSet: testSets.name,
      part: evaluations.part,
      top1: evaluations.top1,
      total: evaluations.total,
      unanswered: evaluations.unanswered,
      released: scores.accuracy,
    })
    .from(evaluations)
    .innerJoin(testSetVersions, eq(testSetVersions.id, evaluations.versionId))
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .leftJoin(
      scores,
      and(
        eq(scores.submissionId, evaluations.submissionId),
        eq(scores.versionId, evaluations.versionId),
        eq(scores.metric, primaryMetric),
      ),
    )
    .where(and(inArray(evaluations.submissionId, ids), isPrimary))
    .orderBy(desc(testSetVersions.number));
}

type Trace = Record<string, unknown>;
const number = (value: unknown) => (typeof value === "number" ? value : null);

/** Whether a count is the one decided on: a version corrected since has another. */
const fits = ({ total, top1 }: { total: number; top1: number }, trace: Trace) =>
  total === trace.total && total - top1 === trace.errors;

function traceOf(trace: Trace) {
  const { a, b, d, D, noise, threshold } = trace;
  return {
    a: number(a),
    b: number(b),
    d: number(d),
    D: number(D),
    noise: number(noise) ?? 0,
    threshold: number(threshold),
  };
}

function rungText({ rung }: LadderState): string | null {
  return rung && `${rung.numerator}/${rung.denominator}`;
}
