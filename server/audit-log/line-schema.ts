import { z } from "zod";

export const lineQuerySchema = z.object({
  kind: z.string().optional(),
  submission: z.uuid().optional(),
  after: z.string().optional(),
  most: z.coerce.number().int().min(1).max(1000).default(50),
});

/** A line of the log with its secret part: for maintainers only. */
const logLineSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
  secret: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;
export const logSchema = z.object({ rows: z.array(logLineSchema), next: z.string().nullable() });

/** The last verification of the log: `problem` is null where everything agreed, `endedAt` while it runs. */
export const verificationSchema = z.object({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  lines: z.int(),
  head: z.string().nullable(),
  problem: z.string().nullable(),
});
export type VerificationView = z.infer<typeof verificationSchema>;
