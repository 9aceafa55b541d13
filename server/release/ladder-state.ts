import { z } from "zod";
import { type Rational, rational } from "./rational";

/**
 * What a ladder remembers, ready for JSON; the baseline's bits are kept apart. `rung` is the released loss as a fraction in
 * lowest terms (null before the first release), `climbs` counts releases with the first, `closed` means that nothing is released any more.
 */
export const ladderStateSchema = z.strictObject({
  rung: z
    .strictObject({ numerator: z.string().regex(/^\d+$/), denominator: z.string().regex(/^[1-9]\d*$/) })
    .nullable(),
  climbs: z.int().min(0),
  closed: z.boolean(),
});

export type LadderState = z.infer<typeof ladderStateSchema>;

/** A ladder on which nothing has been released. */
export const freshLadder: LadderState = { rung: null, climbs: 0, closed: false };

/** The rung as an exact fraction of the loss; null before the first release. */
export function rungLoss({ rung }: LadderState): Rational | null {
  return rung && rational(BigInt(rung.numerator), BigInt(rung.denominator));
}
