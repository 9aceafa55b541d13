import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { decisions, evaluations, pools, scores } from "../../db/schema";
import { type BitVector, bitsFromBytes } from "../release/bit-vector";
import { decideRelease } from "../release/decide-release";
import { freshLadder, type LadderState } from "../release/ladder-state";
import { mergeLadders } from "../release/merge-ladders";
import type { ReleasedScore } from "../release/released-score";
import { canonicalJson } from "./canonical-json";
import type { ReadLine } from "./read-lines";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

interface DecisionFields {
  submission: string;
  pool: string;
  scope: "team" | "global";
  team: string;
  decision: "climbed" | "held";
  rung: string | null;
}

interface MergeFields {
  team: string;
  into: string;
}

interface DecisionSecret {
  noise: number;
  before: LadderState;
  after: LadderState;
  version: string;
  wrong: string;
}

type Ladders = Map<string, ReplayedLadder>;

const untouched = { state: freshLadder, baseline: null };

/**
 * Replays ladders from the stored bit vectors, decision by decision in the order of the log; what a climb released is what pages
 * must show.
 * @param ladders those that the lines so far have left, by `ladderKey`; empty at first
 * @returns a function that takes the next line and answers with what does not agree, in words, or null
 */
export function replayDecisions(db: Database, ladders: Ladders): (line: ReadLine) => Promise<string | null> {
  return async ({ line, secret }) => {
    if (line.kind === "merge") await merge(db, ladders, JSON.parse(line.public) as MergeFields, line.id);
    if (line.kind !== "decision" || !secret) return null;
    const fields = JSON.parse(line.public) as DecisionFields;
    const hidden = JSON.parse(secret.secret) as DecisionSecret;
    const [pool] = await db.select().from(pools).where(eq(pools.id, fields.pool));
    const bits = await storedBits(db, fields.submission, hidden);
    if (!pool || !bits) return `line ${line.id}: the stored evaluation is not the one that was decided on`;
    const teamId = fields.scope === "global" ? null : fields.team;
    const key = ladderKey(fields.pool, teamId);
    const ladder = ladders.get(key) ?? untouched;
    const step = decideRelease({
      policy: pool.policy,
      state: ladder.state,
      baseline: ladder.baseline,
      submission: { wrong: bits },
      noise: hidden.noise,
    });
    ladders.set(key, { teamId, state: step.state, baseline: step.baseline, line: line.id });
    const agrees =
      step.decision === fields.decision &&
      (step.released?.lossText ?? null) === fields.rung &&
      canonicalJson(step.state) === canonicalJson(hidden.after) &&
      canonicalJson(ladder.state) === canonicalJson(hidden.before);
    if (!agrees) return `line ${line.id}: the ladder, replayed, decides otherwise`;
    if (!(await isStored(db, fields))) return `line ${line.id}: the stored decision is another`;
    const shown = fields.scope === "team" && step.released ? step.released : null;
    if (!shown || (await isShown(db, fields.submission, hidden.version, shown))) return null;
    return `line ${line.id}: the score that is shown is not the one that was released`;
  };
}

/** From here on the ladders of one team are another's too. */
async function merge(
  db: Database,
  ladders: Ladders,
  { team, into }: MergeFields,
  line: number,
): Promise<void> {
  for (const pool of await db.select().from(pools)) {
    const [from, to] = [ladderKey(pool.id, team), ladderKey(pool.id, into)];
    const merged = ladders.get(from);
    if (!merged) continue;
    const kept = ladders.get(to) ?? { ...untouched, teamId: into, line };
    ladders.set(to, { ...mergeLadders({ policy: pool.policy, kept, merged }), teamId: into, line });
    ladders.delete(from);
  }
}

async function storedBits(
  db: Database,
  submissionId: string,
  hidden: DecisionSecret,
): Promise<BitVector | null> {
  const rows = await db
    .select()
    .from(evaluations)
    .where(and(eq(evaluations.submissionId, submissionId), eq(evaluations.versionId, hidden.version)));
  const row = rows.find((one) => one.part !== "audit");
  if (!row || createHash("sha256").update(row.wrong).digest("hex") !== hidden.wrong) return null;
  return bitsFromBytes(row.wrong, row.total);
}

async function isStored(db: Database, fields: DecisionFields): Promise<boolean> {
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
      and(eq(scores.submissionId, submissionId), eq(scores.versionId, versionId), eq(scores.metric, "top1")),
    );
  return (
    row?.accuracy === released.accuracy &&
    row?.lower === released.interval?.lower &&
    row?.upper === released.interval?.upper
  );
}
