import type { Policy } from "../../release/policy";
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
  { ladders, policies }: { ladders: Map<string, ReplayedLadder>; policies: ReadonlyMap<string, Policy> },
  given: { pool: string; back: boolean; team: string; submission: string; earlier: LoggedLine[]; id: number },
): string | null {
  const { pool: poolId, back, submission, earlier, id } = given;
  const policy = policies.get(poolId);
  const made = earlier.map(({ line }) => line).find((line) => isDecisionOn(line, poolId));
  const key = ladderKey(poolId, given.team);
  const ladder = ladders.get(key);
  if (!policy || made?.kind !== "decision" || !ladder) return `line ${id}: what it voids was not decided`;
  if ((ladder.standing.at(-1) === submission) !== back)
    return `line ${id}: the ladder, replayed, goes back otherwise`;
  const { decision } = made.public;
  const { rung: rungBefore } = made.secret.before;
  ladders.set(key, {
    ...ladder,
    state: voidStep({ policy, state: ladder.state, decision, rungBefore, back }),
    baselines: back && decision === "climbed" ? ladder.baselines.slice(0, -1) : ladder.baselines,
    standing: ladder.standing.filter((one) => one !== submission),
    line: id,
  });
  return null;
}

const isDecisionOn = (line: LoggedLine["line"], pool: string): line is LineOf<"decision"> =>
  line.kind === "decision" && line.public.scope === "team" && line.public.pool === pool;
