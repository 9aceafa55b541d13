import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { decisions, evaluations, pools, scores } from "../../db/schema";
import { primaryMetric } from "../evaluation/metric";
import { type BitVector, bitsFromBytes } from "../release/bit-vector";
import { decideRelease } from "../release/decide-release";
import type { ReleasedScore } from "../release/released-score";
import { releasesOthers } from "../release/releases-others";
import { canonicalJson } from "./canonical-json";
import type { LineOf } from "./line-schema";
import { othersAgree } from "./others-agree";
import { ladderKey, type ReplayedLadder, untouchedLadder } from "./replayed-ladder";

type Decision = LineOf<"decision">;

/**
 * Decides again what a line says was decided, from the stored bit vector, and moves the ladder in `ladders`.
 * @returns what does not agree, in words, or null: the decision, the ladder before and after it, or a score that it let out
 */
export async function replayDecision(
  db: Database,
  ladders: Map<string, ReplayedLadder>,
  { public: fields, secret }: Decision,
  { id, atLeast }: { id: number; atLeast: number | undefined },
): Promise<string | null> {
  const [pool] = await db.select().from(pools).where(eq(pools.id, fields.pool));
  const bits = await storedBits(db, fields.submission, secret);
  if (!pool || !bits) return `line ${id}: the stored evaluation is not the one that was decided on`;
  const teamId = fields.scope === "global" ? null : fields.team;
  const key = ladderKey(fields.pool, teamId);
  const ladder = ladders.get(key) ?? untouchedLadder;
  const step = decideRelease({
    policy: pool.policy,
    state: ladder.state,
    baseline: ladder.baseline,
    submission: { wrong: bits },
    noise: secret.noise,
    atLeast,
  });
  const before = { submission: fields.submission, rung: ladder.state.rung, baseline: ladder.baseline };
  const standing = [...ladder.standing, before];
  ladders.set(key, { teamId, state: step.state, baseline: step.baseline, line: id, standing });
  const agrees =
    step.decision === fields.decision &&
    (step.released?.lossText ?? null) === fields.rung &&
    canonicalJson(step.state) === canonicalJson(secret.after) &&
    canonicalJson(ladder.state) === canonicalJson(secret.before);
  if (!agrees) return `line ${id}: the ladder, replayed, decides otherwise`;
  if (!(await isStored(db, fields))) return `line ${id}: the stored decision differs`;
  const shown = fields.scope === "team" && step.released ? step.released : null;
  if (shown && !(await isShown(db, fields.submission, secret.version, shown)))
    return `line ${id}: the score shown is not the one released`;
  const comeNow = step.released !== null && releasesOthers(step.state.climbs);
  if (await othersAgree(db, { line: { public: fields, secret }, policy: pool.policy, comeNow })) return null;
  return `line ${id}: the other scores shown are not those released`;
}

async function storedBits(
  db: Database,
  submissionId: string,
  secret: Decision["secret"],
): Promise<BitVector | null> {
  const rows = await db
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, submissionId), eq(evaluations.versionId, secret.version)));
  const row = rows.find((one) => one.part !== "audit");
  if (!row || createHash("sha256").update(row.wrong).digest("hex") !== secret.wrong) return null;
  return bitsFromBytes(row.wrong, row.total);
}

async function isStored(db: Database, fields: Decision["public"]): Promise<boolean> {
  const [row] = await db
    .select({ decision: decisions.decision })
    .from(decisions)
    .where(
      and(
        eq(decisions.submissionId, fields.submission),
        eq(decisions.poolId, fields.pool),
        eq(decisions.scope, fields.scope),
      ),
    );
  return row?.decision === fields.decision;
}

async function isShown(
  db: Database,
  submissionId: string,
  versionId: string,
  released: ReleasedScore,
): Promise<boolean> {
  const [row] = await db
    .select({ accuracy: scores.accuracy, lower: scores.lower, upper: scores.upper })
    .from(scores)
    .where(
      and(
        eq(scores.submissionId, submissionId),
        eq(scores.versionId, versionId),
        eq(scores.metric, primaryMetric),
      ),
    );
  return (
    row?.accuracy === released.accuracy &&
    row?.lower === released.interval?.lower &&
    row?.upper === released.interval?.upper
  );
}
