import type { BitVector } from "../bit-vector";
import { drawNoise } from "../draw-noise";
import { freshLadder, type LadderState } from "../ladder-state";
import type { Policy } from "../policy";
import { stepLadder } from "../step-ladder";

/** A ladder as an attacker sees it: its state, and whether the last offer climbed. */
export type SimulatedLadder = {
  readonly state: LadderState;
  readonly baseline: BitVector | null;
  readonly climbed: boolean;
};

/** A ladder before any submission. */
export const untouchedLadder: SimulatedLadder = { state: freshLadder, baseline: null, climbed: false };

/** The ladder after `wrong`, decided by the guard's own code with freshly drawn noise; the caller may reuse `wrong`. */
export function offer(
  policy: Policy,
  ladder: SimulatedLadder,
  wrong: BitVector,
  random: () => number,
  atLeast = 1,
): SimulatedLadder {
  const noise = drawNoise({ policy, images: wrong.length, random });
  const { state, baseline } = ladder;
  const step = stepLadder({ policy, state, baseline, submission: { wrong }, noise, atLeast });
  if (step.decision === "held") return { state, baseline, climbed: false };
  return { state: step.state, baseline: { ...wrong, bytes: wrong.bytes.slice() }, climbed: true };
}
