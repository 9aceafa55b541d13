import { z } from "zod";
import { fraction, interval } from "./fraction-schema";

export const scaleSchema = z.enum(["linear", "logit", "probit"]);

export const fitSchema = z.object({
  scale: scaleSchema,
  models: z.int(),
  slope: z.number().nullable(),
  intercept: z.number().nullable(),
  slopeInterval: interval.nullable(),
  interceptInterval: interval.nullable(),
  r2: z.number().nullable(),
  residualSd: z.number().nullable(),
  resamples: z.int(),
  droppedResamples: z.int(),
  reason: z.enum(["too_few_models", "no_spread"]).nullable(),
  band: z.array(
    z.object({ x: fraction, line: fraction, lower: fraction.nullable(), upper: fraction.nullable() }),
  ),
  pending: z.boolean().describe("whether the bootstrap is still being computed; the line is current"),
});
export type FitView = z.infer<typeof fitSchema>;
