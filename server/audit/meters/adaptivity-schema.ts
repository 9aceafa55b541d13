import { z } from "zod";
import type { AdaptivityResult } from "../../statistics/adaptivity";

const difference = { difference: z.number(), lower: z.number(), upper: z.number() };

/** Adaptivity to a pool's hidden set: guarded minus audit accuracy less the references' difference, fractions. */
export const adaptivitySchema = z.object({
  pool: z.string(),
  benchmark: z.string(),
  measuredAt: z.iso.datetime(),
  result: z.object({
    images: z.object({ guarded: z.int(), audit: z.int() }),
    references: z.int(),
    resamples: z.int(),
    level: z.number(),
    windows: z.array(
      z.object({
        from: z.iso.datetime(),
        to: z.iso.datetime(),
        submissions: z.int(),
        sampled: z.int(),
        ...difference,
      }),
    ),
    overall: z.object(difference),
  }) satisfies z.ZodType<AdaptivityResult>,
});
export type AdaptivityView = z.infer<typeof adaptivitySchema>;
