import { z } from "zod";
import { lineKinds } from "./line-schema";

export const lineQuerySchema = z.object({
  kind: z.string().pipe(z.enum(lineKinds)).optional(),
  submission: z.uuid().optional(),
  after: z.string().optional(),
  most: z.coerce.number().int().min(1).max(1000).default(50),
});

/** A stored line with its secret part: for maintainers only. Only a verification checks that it fits its kind. */
export const logLineSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
  secret: z.record(z.string(), z.unknown()).nullable(),
  hash: z.string(),
});
export type LogLine = z.infer<typeof logLineSchema>;
export const logSchema = z.object({ rows: z.array(logLineSchema), next: z.string().nullable() });
