import { z } from "zod";

/** A ladder's state as JSON. */
export const ladderStateSchema = z.strictObject({
  rung: z.strictObject({ numerator: z.string(), denominator: z.string() }).nullable(),
  climbs: z.int().min(0),
  closed: z.boolean(),
});
