import { z } from "zod";

/**
 * How the machine treated a hidden evaluation: workers lost with it, windows that it took beyond what the machine explains, and
 * whether the machine moved its result.
 */
export const machineFactsSchema = z.strictObject({
  lostWorkers: z.int().min(0),
  windowsBeyond: z.int().min(0),
  moved: z.boolean(),
});
export type MachineFacts = z.infer<typeof machineFactsSchema>;
