import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { decisions, evaluations, pools, scores, submissions } from "../../db/schema";
import { primaryMetric } from "../evaluation/metric";
import { type BitVector, bitsFromBytes } from "../release/bit-vector";
import { decideRelease } from "../release/decide-release";
import { freshLadder } from "../release/ladder-state";
import { type MachineEvidence, machineEvidence } from "../release/machine-evidence";
import { mergeLadders } from "../release/merge-ladders";
import type { ReleasedScore } from "../release/released-score";
import { releasesOthers } from "../release/releases-others";
import { canonicalJson } from "./canonical-json";
import type { Line, LineOf } from "./line-schema";
import { othersAgree } from "./others-agree";
import { replayVoid } from "./replay-void";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

type Decision = LineOf<"decision">;
type Ladders = Map<string, ReplayedLadder>;

const untouched = { state: freshLadder, baseline: null, standing: [] };

/**
 * Replays ladders from the stored bit vectors, decision by decision in the order of the log, and checks that pages show what each
 * climb released.
 * @param ladders the ladders after the lines so far, by `ladderKey`; empty at first
 * @returns a function that takes the next line and its number and returns what does not agree, in words, or null
 */
export function replayDecisions(
  db: Database,
  ladders: Ladders,
): (line: Line, id: number) => Promise<string | null> {
  const asked = new Map<string, number>();
  const evidence = new Map<string, MachineEvidence[]>();
  return async function replay(line, id): Promise<string | null> {
    switch (line.kind) {
      case "submission": {
        if ("reference" in line.public) return null;
        const { submission, atLeast = 1 } = line.public;
        asked.set(submission, atLeast);
        return (await storedAtLeast(db, submission)) === atLeast
          ? null
          : `line ${id}: the stored submission asks for another gain`;
      }
      case "decision":
        note(evidence, line);
        return decide(db, ladders, line, { id, atLeast: asked.get(line.public.submission) });
      case "void":
        return replayVoid(db, ladders, evidence.get(line.public.submission) ?? [], line, id);
      case "merge":
        return merge(db, ladders, line, id);
      // The other kinds move no ladder.
      case "evaluation":
      case "failure":
      case "withdrawal":
      case "lapse":
      case "spending":
      case "quota-refusal":
      case "original-refusal":
      case "approval":
      case "decline":
      case "vouch":
      case "resumption":
      case "verification":
      case "disqualification":
      case "reinstatement":
      case "maintainer-sign-in":
      case "benchmark":
      case "test-set":
      case "reference-import":
      case "token":
        return null;
    }
  };
}

/** What a decision's line says against the machine. */
function note(evidence: Map<string, MachineEvidence[]>, { public: { submission }, secret }: Decision): void {
  const { machine, unanswered = 0 } = secret;
  const found = machine ? machineEvidence({ ...machine, unanswered }) : [];
  evidence.set(submission, [...(evidence.get(submission) ?? []), ...found]);
}

async function decide(
  db: Database,
  ladders: Ladders,
  { public: fields, secret }: Decision,
  { id, atLeast }: { id: number; atLeast: number | undefined },
): Promise<string | null> {
  const [pool] = await db.select().from(pools).where(eq(pools.id, fields.pool));
  const bits = await storedBits(db, fields.submission, secret);
  if (!pool || !bits) return `line ${id}: the stored evaluation is not the one that was decided on`;
  const teamId = fields.scope === "global" ? null : fields.team;
  const key = ladderKey(fields.pool, teamId);
  const ladder = ladders.get(key) ?? untouched;
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

/** From this line on, the ladders of one team count as another's. */
async function merge(
  db: Database,
  ladders: Ladders,
  { public: { team, into } }: LineOf<"merge">,
  line: number,
): Promise<null> {
  for (const pool of await db.select().from(pools)) {
    const [from, to] = [ladderKey(pool.id, team), ladderKey(pool.id, into)];
    const merged = ladders.get(from);
    const own = ladders.get(to);
    // No ladder goes back over a merge.
    if (own) ladders.set(to, { ...own, standing: [] });
    if (!merged) continue;
    const kept = own ?? { ...untouched, teamId: into, line };
    const joined = mergeLadders({ policy: pool.policy, kept, merged });
    ladders.set(to, { ...joined, teamId: into, line, standing: [] });
    ladders.delete(from);
  }
  return null;
}

async function storedAtLeast(db: Database, submissionId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ atLeast: submissions.atLeast })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  return row?.atLeast;
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
