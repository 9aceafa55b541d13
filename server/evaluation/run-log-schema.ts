import { z } from "zod";

/**
 * What a submission's team is told of how its model ran on original images, and on nothing else: nothing of hidden ones is in it, nor
 * anything measured while they ran. Times are the model's own processor time, so that a busy machine says nothing by them.
 */
export const runLogSchema = z.object({
  device: z.string().nullable().describe("execution provider; the numbers depend on the machine"),
  loadSeconds: z
    .number()
    .nullable()
    .describe("processor time from the start of the process to the loaded model"),
  imagesPerSecond: z.number().nullable().describe("by processor time, all threads"),
  peakMemoryBytes: z.int().nullable().describe("the most that the sandboxed process held"),
  images: z.int().describe("original images answered"),
  tied: z.int().describe("of these, those with several best scores"),
  warnings: z.array(z.string()),
  runtime: z
    .array(z.object({ text: z.string(), times: z.int() }))
    .describe("the runtime's warnings, without paths and values, each once"),
  firstFailure: z
    .object({ image: z.int().describe("counted from 1"), sentence: z.string() })
    .nullable()
    .describe("the first original image on which the model failed"),
  check: z
    .object({
      images: z.int(),
      correct: z.int().describe("right with the preprocessing declared"),
      others: z.int().describe("other settings tried"),
      possible: z.boolean().describe("false: too few images to call any difference clear"),
    })
    .nullable()
    .describe("the check of the preprocessing"),
});
export type RunLog = z.infer<typeof runLogSchema>;
