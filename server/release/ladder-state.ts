import type { z } from "zod";
import { climbLimit } from "./climb-limit";
import type { ladderStateSchema } from "./ladder-state-schema";
import type { Policy } from "./policy";
import { type Rational, rational } from "./rational";

/**
 * A ladder's state, ready for JSON; the baseline's bits are stored separately. `rung` is the released loss as a fraction in
 * lowest terms (null before the first release), `climbs` counts releases including the first, `closed` means that nothing more is
 * released.
 */
export type LadderState = z.infer<typeof ladderStateSchema>;

/** A ladder before any release. */
export const freshLadder: LadderState = { rung: null, climbs: 0, closed: false };

/** Whether a ladder has used up its climbs. */
export function isClosed(policy: Policy, climbs: number): boolean {
  return climbs >= climbLimit(policy);
}

/** The rung as an exact fraction of the loss; null before the first release. */
export function rungLoss({ rung }: LadderState): Rational | null {
  return rung && rational(BigInt(rung.numerator), BigInt(rung.denominator));
}
