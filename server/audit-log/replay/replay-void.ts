import type { Database } from "../../../db/client";
import type { pools } from "../../../db/schema";
import { hasSameBits } from "../../release/has-same-bits";
import { machineEvidence } from "../../release/machine-evidence";
import { voidStep } from "../../release/void-step";
import type { LineOf } from "../line-schema";
import { type LoggedLine, linesOf } from "../logged-line";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

interface Replay {
  db: Database;
  ladders: Map<string, ReplayedLadder>;
  pools: Map<string, typeof pools.$inferSelect>;
}

/**
 * Voids a decision on the ladders as replayed so far, and checks that the line says truly which of them go back, that the lines before
 * it show that the machine failed the submission, and that no repeat had the same bits.
 * @returns what does not agree, in words, or null
 */
export async function replayVoid(
  replay: Replay,
  { public: fields, secret }: LineOf<"void">,
  id: number,
): Promise<string | null> {
  const all = (await linesOf(replay.db, [fields.submission])).get(fields.submission) ?? [];
  const earlier = all.filter((logged) => logged.id < id);
  if (
    earlier.some(
      ({ line }) => line.kind === "repeat" && line.secret.outcome && hasSameBits(line.secret.outcome),
    )
  )
    return `line ${id}: a decision was voided although a repeat had the same bits`;
  const evidence = earlier.flatMap(evidenceIn);
  if (secret.evidence.length === 0 || !secret.evidence.every((kind) => evidence.includes(kind)))
    return `line ${id}: a decision was voided without evidence`;
  for (const ladder of fields.ladders) {
    const problem = goBack(replay, {
      ...ladder,
      team: fields.team,
      submission: fields.submission,
      earlier,
      id,
    });
    if (problem) return problem;
  }
  return null;
}

function goBack(
  { ladders, pools }: Replay,
  given: { pool: string; back: boolean; team: string; submission: string; earlier: LoggedLine[]; id: number },
): string | null {
  const { pool: poolId, back, submission, earlier, id } = given;
  const pool = pools.get(poolId);
  const made = earlier
    .map(({ line }) => line)
    .find((line) => isDecision(line) && line.public.pool === poolId);
  const key = ladderKey(poolId, given.team);
  const ladder = ladders.get(key);
  if (!pool || made?.kind !== "decision" || !ladder) return `line ${id}: what it voids was not decided`;
  const last = ladder.standing.at(-1);
  if ((last?.submission === submission) !== back)
    return `line ${id}: the ladder, replayed, goes back otherwise`;
  const { decision } = made.public;
  const rungBefore = last?.rung ?? null;
  ladders.set(key, {
    ...ladder,
    state: voidStep({ policy: pool.policy, state: ladder.state, decision, rungBefore, back }),
    baseline: back ? last!.baseline : ladder.baseline,
    standing: ladder.standing.filter((one) => one.submission !== submission),
    line: id,
  });
  return null;
}

const isDecision = (line: LoggedLine["line"]): line is LineOf<"decision"> =>
  line.kind === "decision" && line.public.scope === "team";

/** What a decision's line says against the machine. */
function evidenceIn({ line }: LoggedLine) {
  if (line.kind !== "decision" || !line.secret.machine) return [];
  return machineEvidence({ ...line.secret.machine, unanswered: line.secret.unanswered ?? 0 });
}
