import { z } from "zod";
import { fraction, interval } from "../schemas/fraction-schema";

const index = z.int().describe("of a class, from 0");

const classErrorsSchema = z.object({
  index,
  name: z.string(),
  synset: z.string().nullable(),
  total: z.int().describe("images of the class"),
  correct: z.int(),
  accuracy: fraction.nullable().describe("null for a class without images"),
  interval: interval.nullable().describe("of Clopper and Pearson, 95 %"),
  takenFor: z
    .object({ index, images: z.int() })
    .nullable()
    .describe("the class that its images are most often taken for"),
});

/** A model's errors on a test set that is public itself, from top-1. */
export const entryErrorsSchema = z.object({
  id: z.uuid().describe("of the entry"),
  name: z.string(),
  benchmark: z.string().describe("slug"),
  testSet: z.string(),
  testSets: z.array(z.string()).describe("the public ones on which it was evaluated here"),
  total: z.int(),
  correct: z.int(),
  classes: z.array(classErrorsSchema).describe("in index order"),
  confusions: z
    .array(
      z.object({ label: index, prediction: index.nullable().describe("null: no answer"), images: z.int() }),
    )
    .describe("the most frequent first, 1000 at most"),
});
export type EntryErrors = z.infer<typeof entryErrorsSchema>;
export type ClassErrors = EntryErrors["classes"][number];
