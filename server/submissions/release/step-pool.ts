import { createHash } from "node:crypto";
import type { Database } from "../../../db/client";
import { decisions, type evaluations, scores, type submissions } from "../../../db/schema";
import { appendLine } from "../../audit-log/append-line";
import type { ReleasedOther } from "../../audit-log/line-schema";
import type { MachineFacts } from "../../audit-log/machine-facts-schema";
import { countedMetrics } from "../../evaluation/by-metric";
import { primaryMetric } from "../../evaluation/metric";
import { decideRelease, type ReleaseDecision } from "../../release/decide-release";
import { drawNoise } from "../../release/draw-noise";
import type { LadderState } from "../../release/ladder-state";
import { machineEvidence } from "../../release/machine-evidence";
import { type ReleasedScore, releaseUnder } from "../../release/released-score";
import { releasesOthers } from "../../release/releases-others";
import type { EvaluableVersion } from "../../test-sets/evaluable-versions";
import { wrongBits } from "../evaluation/outcome";
import { scoreRow } from "../evaluation/score-row";
import { loadLadder, saveLadder } from "./ladder-store";
import { loadMachineFacts } from "./machine-facts";
import { voidedNoise } from "./voided-noise";

type Evaluation = typeof evaluations.$inferSelect;
type Pool = NonNullable<EvaluableVersion["pool"]>;
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
 * The decision of one submission on one pool: its primary test set's top-1 images step the team's ladder. A climb releases that
 * score and, at some climbs, rounded, those of the pool's other test sets and metrics. A hold releases nothing.
 */
export async function stepPool(given: Given): Promise<"climbed" | "held"> {
  const { tx, submission, at } = given;
  const primary = given.members.find((member) => member.primary);
  const pool = primary?.pool;
  if (!primary || !pool) throw new Error("a pool without a primary test set cannot decide");
  const evaluation = given.evaluated.get(primary.version.id)!;
  const ladderOf = { poolId: pool.id, teamId: submission.teamId };
  const before = await loadLadder(tx, ladderOf, evaluation.total);
  const step = decideRelease({
    policy: pool.policy,
    state: before.state,
    baseline: before.baseline,
    submission: { wrong: wrongBits(evaluation) },
    noise: before.state.rung ? await noiseOf(given, pool, evaluation.total) : 0,
    atLeast: submission.atLeast,
  });
  const climbed = step.decision === "climbed";
  const machine = await loadMachineFacts(tx, submission);
  await tx.insert(decisions).values({
    submissionId: submission.id,
    poolId: pool.id,
    scope: "team",
    decision: step.decision,
    trace: { ...step.trace },
    before: before.state,
    after: step.state,
    baselineBefore: climbed ? (before.baseline?.bytes ?? null) : null,
    baselineSubmissionBefore: climbed ? before.submissionId : null,
    evidence: machineEvidence({ ...machine, unanswered: evaluation.unanswered ?? 0 }),
    decidedAt: at,
  });
  await saveLadder(tx, { ...ladderOf, at, step, submissionId: submission.id });
  if (step.released) await publish(given, primary.version.id, primaryMetric, step.released);
  const others = step.released && releasesOthers(step.state.climbs) ? await publishOthers(given) : [];
  await logDecision(given, { poolId: pool.id, step, before: before.state, evaluation, others, machine });
  return step.decision;
}

/** A model whose decision was voided has its noise again: who may ask anew must not draw anew. */
async function noiseOf({ tx, submission, random }: Given, pool: Pool, images: number): Promise<number> {
  return (
    (await voidedNoise(tx, { submission, poolId: pool.id })) ??
    drawNoise({ policy: pool.policy, images, random })
  );
}

async function publishOthers(given: Given): Promise<ReleasedOther[]> {
  const others: ReleasedOther[] = [];
  for (const { version, pool, primary } of given.members) {
    const evaluation = given.evaluated.get(version.id)!;
    for (const { metric, correct } of countedMetrics(evaluation)) {
      if (primary && metric === primaryMetric) continue;
      const score = releaseUnder({ policy: pool!.policy, correct, total: evaluation.total });
      await publish(given, version.id, metric, score);
      others.push({ version: version.id, metric, loss: score.lossText! });
    }
  }
  return others;
}

async function publish(
  { tx, submission, at }: Given,
  versionId: string,
  metric: ReleasedOther["metric"],
  score: ReleasedScore,
): Promise<void> {
  await tx.insert(scores).values(scoreRow({ submissionId: submission.id, versionId, metric, score, at }));
}

function logDecision(
  { tx, submission, at }: Given,
  decided: {
    poolId: string;
    step: ReleaseDecision;
    before: LadderState;
    evaluation: Evaluation;
    others: ReleasedOther[];
    machine: MachineFacts;
  },
) {
  const { poolId, step, before, evaluation, others, machine } = decided;
  return appendLine(tx, {
    kind: "decision",
    at,
    public: {
      submission: submission.id,
      pool: poolId,
      scope: "team",
      team: submission.teamId,
      decision: step.decision,
      rung: step.released?.lossText ?? null,
      others,
    },
    secret: {
      ...step.trace,
      before,
      after: step.state,
      version: evaluation.versionId,
      wrong: createHash("sha256").update(evaluation.wrong).digest("hex"),
      ...(evaluation.unanswered === null ? {} : { unanswered: evaluation.unanswered }),
      machine,
    },
  });
}
