import { createHash } from "node:crypto";
import { eq, max } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { decisions, type evaluations, records, scores, type submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import { countedMetrics } from "../../evaluation/by-metric";
import { primaryMetric } from "../../evaluation/metric";
import { decideRelease, type ReleaseDecision } from "../../release/decide-release";
import { drawNoise } from "../../release/draw-noise";
import type { LadderState } from "../../release/ladder-state";
import { type ReleasedScore, releaseUnder } from "../../release/released-score";
import type { EvaluableVersion } from "../../test-sets/evaluable-versions";
import { wrongBits } from "../evaluation/outcome";
import { scoreRow } from "../evaluation/score-row";
import { loadLadder, saveLadder } from "./ladder-store";

type Evaluation = typeof evaluations.$inferSelect;
type Submission = typeof submissions.$inferSelect;

interface Given {
  tx: Database;
  submission: Submission;
  at: Date;
  random: () => number;
  members: EvaluableVersion[];
  evaluated: Map<string, Evaluation>;
}

/**
 * The decision of one submission on one pool: its primary test set's top-1 images step the team's ladder; a climb releases that
 * score and, rounded, those of the pool's other test sets and metrics, and is offered to the global ladder. A hold releases nothing.
 */
export async function stepPool(given: Given): Promise<"climbed" | "held"> {
  const primary = given.members.find((member) => member.primary);
  const pool = primary?.pool;
  if (!primary || !pool) throw new Error("a pool without a primary test set cannot decide");
  const team = await stepScope(given, primary, {
    poolId: pool.id,
    scope: "team",
    teamId: given.submission.teamId,
  });
  if (team.decision === "climbed" && team.released) {
    await publishClimb(given, team.released);
    const global = await stepScope(given, primary, { poolId: pool.id, scope: "global", teamId: null });
    if (global.released?.accuracy !== undefined && global.released.accuracy !== null) {
      const record = {
        poolId: pool.id,
        submissionId: given.submission.id,
        accuracy: global.released.accuracy,
        at: await recordTime(given.tx, pool.id, given.at),
      };
      await given.tx.insert(records).values(record);
    }
  }
  return team.decision;
}

/** The release's time, but not before the record that it beats: a late release may carry an earlier time than that. */
async function recordTime(tx: Database, poolId: string, at: Date): Promise<Date> {
  const [last] = await tx
    .select({ at: max(records.at) })
    .from(records)
    .where(eq(records.poolId, poolId));
  return new Date(Math.max(at.getTime(), Number(last?.at ?? 0)));
}

async function stepScope(
  given: Given,
  primary: EvaluableVersion,
  scope: { poolId: string; scope: "team" | "global"; teamId: string | null },
): Promise<ReleaseDecision> {
  const { tx, submission, at, random } = given;
  const evaluation = given.evaluated.get(primary.version.id)!;
  const policy = primary.pool!.policy;
  const ladder = await loadLadder(tx, scope, evaluation.total);
  const wrong = wrongBits(evaluation);
  const noise = ladder.state.rung ? drawNoise({ policy, images: evaluation.total, random }) : 0;
  const step = decideRelease({
    policy,
    state: ladder.state,
    baseline: ladder.baseline,
    submission: { wrong },
    noise,
  });
  const { poolId } = scope;
  await tx.insert(decisions).values({
    submissionId: submission.id,
    poolId,
    scope: scope.scope,
    decision: step.decision,
    trace: { ...step.trace },
    before: ladder.state,
    after: step.state,
    decidedAt: at,
  });
  await saveLadder(tx, { ...scope, at, step, submissionId: submission.id });
  await logDecision(given, scope, step, ladder.state, evaluation);
  return step;
}

async function publishClimb({ tx, submission, at, members, evaluated }: Given, released: ReleasedScore) {
  for (const member of members) {
    const evaluation = evaluated.get(member.version.id)!;
    const { total } = evaluation;
    const policy = member.pool!.policy;
    for (const { metric, correct } of countedMetrics(evaluation)) {
      const decided = member.primary && metric === primaryMetric;
      const score = decided ? released : releaseUnder({ policy, correct, total });
      const row = { submissionId: submission.id, versionId: member.version.id, metric, score, at };
      await tx.insert(scores).values(scoreRow(row));
    }
  }
}

function logDecision(
  { tx, submission, at }: Given,
  scope: { poolId: string; scope: "team" | "global"; teamId: string | null },
  step: ReleaseDecision,
  before: LadderState,
  evaluation: Evaluation,
) {
  return appendLine(tx, {
    kind: "decision",
    at,
    public: {
      submission: submission.id,
      pool: scope.poolId,
      scope: scope.scope,
      team: submission.teamId,
      decision: step.decision,
      rung: step.released?.lossText ?? null,
    },
    secret: {
      ...step.trace,
      before,
      after: step.state,
      version: evaluation.versionId,
      wrong: createHash("sha256").update(evaluation.wrong).digest("hex"),
    },
  });
}
