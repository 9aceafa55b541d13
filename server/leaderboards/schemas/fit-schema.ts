import { z } from "zod";
import { fraction, interval } from "./fraction-schema";

export const scaleSchema = z.enum(["linear", "logit", "probit"]);

const lineIntervalSchema = z.object({ slope: interval, intercept: interval });

const sourceSchema = z
  .enum(["outcomes", "hidden_outcomes", "counts"])
  .describe(
    "what the images' part rests on: answers image by image; such answers to hidden images, the interval told coarsely; or counts alone, with an assumed correlation of errors",
  );

export const fitSchema = z.object({
  scale: scaleSchema,
  models: z.int(),
  families: z
    .int()
    .optional()
    .describe("how many families the models are resampled as; absent where none is declared"),
  slope: z.number().nullable(),
  intercept: z.number().nullable(),
  slopeInterval: interval.nullable().describe("over models alone"),
  interceptInterval: interval.nullable(),
  r2: z.number().nullable(),
  residualSd: z.number().nullable(),
  resamples: z.int(),
  droppedResamples: z.int(),
  reason: z.enum(["too_few_models", "no_spread"]).nullable(),
  overImages: z
    .object({
      images: lineIntervalSchema.describe("over images, the models fixed"),
      both: lineIntervalSchema.describe("over models and images: the interval of the verdict"),
      source: sourceSchema,
      reliable: z.boolean().describe("false where too many accuracies came within half an image of 0 or 1"),
      attenuation: z.number().describe("the average slope that an unchanged test set would give"),
    })
    .nullable()
    .describe(
      "null until it is computed, for fewer than three models, and where numbers of images are unknown",
    ),
  change: z
    .object({
      models: z.int(),
      mean: fraction,
      interval,
      verdict: z.enum(["harder", "easier", "not_told_apart"]),
      source: sourceSchema,
    })
    .nullable()
    .describe("average change over the models of the fit, with its 95 % interval over images"),
  band: z.array(
    z.object({ x: fraction, line: fraction, lower: fraction.nullable(), upper: fraction.nullable() }),
  ),
  pending: z.boolean().describe("whether the bootstrap is still being computed; the line is current"),
});
export type FitView = z.infer<typeof fitSchema>;
