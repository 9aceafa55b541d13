import { z } from "zod";

const count = z.int().min(0);

/** What a repeated evaluation gave on one part of one version, beside the one that was decided on. */
const repeatedPart = z.strictObject({
  version: z.uuid(),
  part: z.enum(["all", "guarded", "audit"]),
  total: count,
  /** Images for which another class was predicted than then, or none. */
  otherwise: count,
  /** Those of them that were right then and are wrong now, or the reverse. */
  judgedOtherwise: count,
  top1Then: count,
  top1Now: count,
  /** Images without an answer now. */
  unanswered: count,
  /** Whether both ran on the same device class, within which answers are promised to be the same. */
  sameDevice: z.boolean(),
});

/** What came of a repeat: nothing (`parts` is empty) where the machine was too busy. */
export const repeatOutcomeSchema = z.strictObject({
  parts: z.array(repeatedPart),
  forfeited: z.enum(["lost", "time"]).nullable(),
});
export type RepeatOutcome = z.infer<typeof repeatOutcomeSchema>;
