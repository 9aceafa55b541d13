import { and, eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { decisions, pools, submissions } from "../../db/schema";
import type { MachineEvidence } from "../release/machine-evidence";
import { voidStep } from "../release/void-step";
import type { LineOf } from "./line-schema";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

/**
 * Voids a decision on the ladders as replayed so far, and checks that the line says truly which of them go back, and that pages no
 * longer show it as decided.
 * @param evidence what the decision's line says against the machine
 * @returns what does not agree, in words, or null
 */
export async function replayVoid(
  db: Database,
  ladders: Map<string, ReplayedLadder>,
  evidence: readonly MachineEvidence[],
  { public: fields, secret }: LineOf<"void">,
  id: number,
): Promise<string | null> {
  if (secret.evidence.length === 0 || !secret.evidence.every((kind) => evidence.includes(kind)))
    return `line ${id}: a decision was voided without evidence`;
  for (const { pool: poolId, back } of fields.ladders) {
    const [pool] = await db.select().from(pools).where(eq(pools.id, poolId));
    const [made] = await db
      .select()
      .from(decisions)
      .where(
        and(
          eq(decisions.submissionId, fields.submission),
          eq(decisions.poolId, poolId),
          eq(decisions.scope, "team"),
        ),
      );
    const key = ladderKey(poolId, fields.team);
    const ladder = ladders.get(key);
    if (!pool || !made || !ladder) return `line ${id}: what it voids was not decided`;
    const last = ladder.standing.at(-1);
    if ((last?.submission === fields.submission) !== back)
      return `line ${id}: the ladder, replayed, goes back otherwise`;
    const { decision } = made;
    const rungBefore = last?.rung ?? null;
    ladders.set(key, {
      ...ladder,
      state: voidStep({ policy: pool.policy, state: ladder.state, decision, rungBefore, back }),
      baseline: back ? last!.baseline : ladder.baseline,
      standing: ladder.standing.filter(({ submission }) => submission !== fields.submission),
      line: id,
    });
  }
  const [row] = await db.select().from(submissions).where(eq(submissions.id, fields.submission));
  return row?.state === "voided" ? null : `line ${id}: the voided submission is shown as ${row?.state}`;
}
