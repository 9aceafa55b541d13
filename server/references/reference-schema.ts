import { z } from "zod";
import { primaryMetric } from "../evaluation/metric";
import { metricSchema } from "../evaluation/metric-schema";
import { trainingSchema } from "../evaluation/training-schema";
import { plain } from "../text/plain";
import { webAddress } from "../text/web-address";

const fraction = z.number().min(0).max(1, { error: "percent given where a fraction is expected" });

/** A published result: a count and its total, or an accuracy (fraction) as printed, with interval and total if they are known. */
const publishedResultSchema = z.object({
  testSet: z.string().min(1).check(plain),
  metric: metricSchema.default(primaryMetric),
  correct: z.int().min(0).nullable().default(null),
  total: z.int().min(1).nullable().default(null),
  accuracy: fraction.optional(),
  lower: fraction.nullable().default(null),
  upper: fraction.nullable().default(null),
});

/** A fact that is left out stays as it was. */
export const referenceSchema = z.object({
  name: z.string().min(1).max(200).check(plain),
  source: z.string().check(plain).optional(),
  url: webAddress("an address like https://example.org").nullable().optional(),
  year: z.int().nullable().optional(),
  parameters: z.number().nullable().optional(),
  imageSize: z.int().nullable().default(null),
  notInFit: z.string().check(plain).nullable().optional(),
  training: trainingSchema.nullable().optional(),
  family: z.string().min(1).max(80).check(plain).nullable().optional(),
  results: z.array(publishedResultSchema).min(1),
});
export type Reference = z.input<typeof referenceSchema>;
export type ParsedReference = z.infer<typeof referenceSchema>;
