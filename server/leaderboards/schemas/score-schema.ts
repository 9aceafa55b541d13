import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { scoreSchema } from "../../release/released-score";
import { fraction, interval } from "./fraction-schema";

/** A published result known only as a printed accuracy, without its count: reference models only. */
const printedScoreSchema = z.object({
  testSet: z.string(),
  metric: metricSchema,
  kind: z.literal("printed"),
  correct: z.null(),
  total: z.int().min(1).nullable(),
  accuracy: fraction,
  interval: interval.nullable().describe("as printed"),
});

/** Any score that a table shows: exact, released, or as printed. */
export const shownScoreSchema = z.union([printedScoreSchema, scoreSchema]);
export type ShownScore = z.infer<typeof shownScoreSchema>;
