import { z } from "zod";

/** One of the things that are wrong with something that was sent: a kind of fault, told once. */
export const problemSchema = z.object({
  where: z.string().nullable().describe("the first field, node or tensor concerned"),
  count: z.int().min(1).default(1).describe("at how many places"),
  sentence: z.string(),
  hint: z.string().describe("what to do"),
});
export type Problem = z.infer<typeof problemSchema>;
