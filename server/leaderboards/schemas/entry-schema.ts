import { z } from "zod";
import { metricSchema } from "../../evaluation/metric-schema";
import { benchmarkViewSchema } from "./benchmark-schema";
import { fraction, interval } from "./fraction-schema";
import { leaderboardRowSchema } from "./leaderboard-schema";
import { shownScoreSchema } from "./score-schema";

/** The parts of an entry's change by the paper's section 2; signs as there, below 0 for a drop. */
const gapsSchema = z.object({
  total: fraction,
  generalization: interval.describe("bounded by the new score's interval"),
  remainder: interval.describe("adaptivity to the original set and distribution gap together"),
});

/** One submission of the entry's team, in order: its released score on this test set and metric. */
const historySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  at: z.iso.datetime().nullable(),
  decision: z.enum(["climbed", "held"]).nullable(),
  accuracy: fraction.nullable(),
});

export const entrySchema = leaderboardRowSchema.extend({
  benchmark: benchmarkViewSchema,
  testSet: z.string().nullable(),
  metric: metricSchema,
  submission: z.uuid().nullable().describe("set if it was evaluated here"),
  reason: z.string().nullable().describe("why it was disqualified"),
  scores: z.array(shownScoreSchema).describe("on every test set and metric"),
  gaps: gapsSchema.nullable(),
  history: z.array(historySchema),
});
export type Entry = z.infer<typeof entrySchema>;
