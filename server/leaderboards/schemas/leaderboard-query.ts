import { z } from "zod";
import { primaryMetric } from "../../evaluation/metric";
import { metricSchema } from "../../evaluation/metric-schema";
import { scaleSchema } from "./fit-schema";

const flag = z.union([z.boolean(), z.stringbool()]);

/** A form without JavaScript sends every field, even empty ones. */
const filled = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const wholeNumber = filled(z.coerce.number().int().optional());

/** What a table can be sorted by. */
export const sortable = [
  "newRank",
  "name",
  "newAccuracy",
  "residual",
  "originalAccuracy",
  "gap",
  "originalRank",
  "deltaRank",
  "parameters",
  "year",
  "training",
] as const;

export const leaderboardQuerySchema = z.object({
  slug: z.string(),
  testSet: filled(z.string().optional()),
  metric: filled(metricSchema.default(primaryMetric)),
  scale: filled(scaleSchema.default("linear")),
  points: filled(z.enum(["reference", "climbed"]).default("reference")),
  page: filled(z.coerce.number().int().min(1).default(1)),
  search: z.string().max(100).default(""),
  team: filled(z.string().optional()),
  yearFrom: wholeNumber,
  yearTo: wholeNumber,
  minParameters: wholeNumber,
  maxParameters: wholeNumber,
  verified: filled(flag.default(false)),
  kind: filled(z.enum(["all", "reference", "entry"]).default("all")),
  sort: filled(z.enum(sortable).default("newRank")),
  descending: filled(flag.default(false)),
});
export type LeaderboardQuery = z.infer<typeof leaderboardQuerySchema>;
