import { createHash } from "node:crypto";
import type { pools } from "../../../db/schema";
import { type BitVector, bitsFromBytes } from "../../release/bit-vector";
import { decideRelease } from "../../release/decide-release";
import { decisionTraceSchema } from "../../release/decision-trace";
import { releasesOthers } from "../../release/releases-others";
import { canonicalJson } from "../canonical-json";
import type { LineOf } from "../line-schema";
import { keyOf, type PageFacts } from "./page-facts";
import { ladderKey, type ReplayedLadder, untouchedLadder } from "./replayed-ladder";

type Decision = LineOf<"decision">;

/**
 * Decides again what a line says was decided, from the stored bit vector, and moves the ladder in `ladders`.
 * @returns what does not agree, in words, or null: the decision, or the ladder before and after it
 */
export function replayDecision(
  ladders: Map<string, ReplayedLadder>,
  { public: fields, secret }: Decision,
  given: {
    id: number;
    at: Date;
    pool: Pick<typeof pools.$inferSelect, "policy"> | undefined;
    facts: PageFacts;
  },
): string | null {
  const { id, at, pool, facts } = given;
  const bits = storedBits(facts, fields.submission, secret);
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
    atLeast: facts.atLeast.get(fields.submission),
  });
  const before = { submission: fields.submission, rung: ladder.state.rung, baseline: ladder.baseline };
  const standing = [...ladder.standing, before];
  ladders.set(key, { teamId, state: step.state, baseline: step.baseline, line: id, standing });
  const agrees =
    step.decision === fields.decision &&
    (step.released?.lossText ?? null) === fields.rung &&
    canonicalJson(step.state) === canonicalJson(secret.after) &&
    canonicalJson(ladder.state) === canonicalJson(secret.before);
  if (!agrees) return `line ${id}: the ladder, replayed under the pools.policy stored, decides otherwise`;
  const comeNow = step.released !== null && releasesOthers(step.state.climbs);
  if (!comeNow && (fields.others ?? []).length > 0)
    return `line ${id}: other scores came with a decision with which none come`;
  return isStored(facts, { public: fields, secret }, at) ? null : `line ${id}: the stored decision differs`;
}

function storedBits(facts: PageFacts, submissionId: string, secret: Decision["secret"]): BitVector | null {
  const row = facts.evaluations.get(keyOf(submissionId, secret.version));
  if (row?.total !== secret.total || createHash("sha256").update(row.wrong).digest("hex") !== secret.wrong)
    return null;
  return bitsFromBytes(row.wrong, row.total);
}

function isStored(facts: PageFacts, line: Pick<Decision, "public" | "secret">, at: Date): boolean {
  if (!facts.decisions) return true;
  const { submission, pool, scope, decision } = line.public;
  const row = facts.decisions.get(keyOf(submission, pool, scope));
  if (!row) return false;
  const { before, after } = line.secret;
  const trace = decisionTraceSchema.parse(pickTrace(line.secret));
  return (
    row.decision === decision &&
    (scope !== "team" || row.decidedAt.getTime() === at.getTime()) &&
    canonicalJson({ trace: row.trace, before: row.before, after: row.after }) ===
      canonicalJson({ trace, before, after })
  );
}

function pickTrace(secret: Decision["secret"]) {
  const names = Object.keys(decisionTraceSchema.shape) as (keyof typeof decisionTraceSchema.shape)[];
  return Object.fromEntries(names.map((name) => [name, secret[name]]));
}
