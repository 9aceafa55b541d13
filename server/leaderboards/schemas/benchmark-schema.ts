import { z } from "zod";
import { testSetRole } from "../../../db/schema/test-sets";
import { metricSchema } from "../../evaluation/metric-schema";
import { fraction } from "./fraction-schema";

const testSetViewSchema = z.object({
  name: z.string(),
  role: z.enum(testSetRole.enumValues),
  description: z.string(),
  images: z.int().nullable().describe("guarded images, or the images behind published results"),
  evaluable: z.boolean(),
  primary: z.boolean().describe("whether its top-1 count decides for its pool"),
});

/** A released top-1 on a hidden test set that was above all released before it. */
export const recordSchema = z.object({
  testSet: z.string(),
  id: z.uuid().describe("of the entry"),
  name: z.string(),
  team: z.string(),
  teamName: z.string(),
  accuracy: fraction.describe("released"),
  at: z.iso.datetime(),
});
export type RecordView = z.infer<typeof recordSchema>;

export const benchmarkViewSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  classes: z.array(z.string()),
  inputSize: z.tuple([z.int(), z.int(), z.int()]),
  testSets: z.array(testSetViewSchema),
  metrics: z.array(metricSchema),
  accepting: z.boolean().describe("whether it has an original and a new test set that can be evaluated"),
  references: z.int(),
  entries: z.int().describe("scored submissions, held ones included"),
  record: recordSchema.nullable().describe("the latest on its primary test set"),
});
export type BenchmarkView = z.infer<typeof benchmarkViewSchema>;
