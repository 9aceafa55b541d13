import type { pools } from "../../../db/schema";
import { voidStep } from "../../release/void-step";
import type { LineOf } from "../line-schema";
import type { LoggedLine } from "../logged-line";
import { ladderKey, type ReplayedLadder } from "./replayed-ladder";

/**
 * Takes a voided decision back on its ladder, and checks that the line says truly whether the ladder goes back one step.
 * @param given `earlier` are the submission's lines before that of the void, which has the number `id`
 * @returns what does not agree, in words, or null
 */
export function goBack(
  {
    ladders,
    pools: known,
  }: {
    ladders: Map<string, ReplayedLadder>;
    pools: ReadonlyMap<string, Pick<typeof pools.$inferSelect, "policy">>;
  },
  given: { pool: string; back: boolean; team: string; submission: string; earlier: LoggedLine[]; id: number },
): string | null {
  const { pool: poolId, back, submission, earlier, id } = given;
  const pool = known.get(poolId);
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
