import { z } from "zod";

/** The last verification of the log: `problem` is null if everything agreed, `endedAt` is null while it runs. */
export const verificationSchema = z.object({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  lines: z.int(),
  head: z.string().nullable(),
  problem: z.string().nullable(),
});
export type VerificationView = z.infer<typeof verificationSchema>;
