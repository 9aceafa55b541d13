import { type ReleasedScore, releaseUnder } from "./released-score";
import { type LadderInput, type LadderStep, stepLadder } from "./step-ladder";

export type ReleaseDecision = LadderStep & { released: ReleasedScore | null };

/**
 * The decision on one submission: whether it climbs, the ladder after it (`state`, `baseline`), what is released (`released`,
 * null if held) and why (`trace`, secret). Throws a LadderInputError if the submission does not fit the ladder.
 */
export function decideRelease(input: LadderInput): ReleaseDecision {
  const step = stepLadder(input);
  if (step.decision === "held") return { ...step, released: null };
  const { errors, total } = step.trace;
  return { ...step, released: releaseUnder({ policy: input.policy, correct: total - errors, total }) };
}
