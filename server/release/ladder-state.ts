import type { z } from "zod";
import { climbLimit } from "./climb-limit";
import type { ladderStateSchema } from "./ladder-state-schema";
import type { Policy } from "./policy";
import { type Rational, rational } from "./rational";

/**
 * What a ladder remembers, ready for JSON; the baseline's bits are kept apart. `rung` is the released loss as a fraction in lowest
 * terms (null before the first release), `climbs` counts releases with the first, `closed` means that nothing is released any more.
 */
export type LadderState = z.infer<typeof ladderStateSchema>;

/** A ladder on which nothing has been released. */
export const freshLadder: LadderState = { rung: null, climbs: 0, closed: false };

/** Whether a ladder with so many climbs has had them all. */
export function isClosed(policy: Policy, climbs: number): boolean {
  return climbs >= climbLimit(policy);
}

/** The rung as an exact fraction of the loss; null before the first release. */
export function rungLoss({ rung }: LadderState): Rational | null {
  return rung && rational(BigInt(rung.numerator), BigInt(rung.denominator));
}
