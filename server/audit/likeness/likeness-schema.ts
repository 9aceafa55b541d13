import { z } from "zod";

const model = z.object({ id: z.uuid(), name: z.string(), team: z.string(), submittedAt: z.iso.datetime() });

/** Two submissions whose models are the same, or nearly. */
const similarRowSchema = z.object({
  later: model,
  earlier: model,
  testSet: z.string(),
  sameModel: z.boolean().describe("the same file"),
  samePredictions: z.boolean(),
  images: z.int(),
  agreeing: z.int().describe("images that both get right or both get wrong"),
  expected: z.number().describe("share of agreeing images expected from the two accuracies alone"),
  kappa: z
    .number()
    .describe(
      "(agreeing share - expected) / (1 - expected): agreement above chance given the two accuracies",
    ),
  at: z.iso.datetime(),
});
export type SimilarRow = z.infer<typeof similarRowSchema>;
export const similarSchema = z.object({ rows: z.array(similarRowSchema), next: z.string().nullable() });

/** Two teams that may be one person. */
const linkedTeamsRowSchema = z.object({
  first: z.string(),
  second: z.string(),
  pairs: z.int().describe("pairs of their models that are identical or nearly so"),
  sameModel: z.int(),
  samePredictions: z.int(),
  interleaving: z
    .number()
    .nullable()
    .describe("z of the runs test on their submission times: well above 0 where they take turns"),
  submissions: z.tuple([z.int(), z.int()]),
  lastAt: z.iso.datetime(),
});
export type LinkedTeamsRow = z.infer<typeof linkedTeamsRowSchema>;
export const linkedTeamsSchema = z.object({
  rows: z.array(linkedTeamsRowSchema),
  next: z.string().nullable(),
});
