import { z } from "zod";

/** One exported file, as a Python script tells of it on a line. */
export const caseSchema = z.object({
  name: z.string(),
  exporter: z.string(),
  architecture: z.string(),
  /** 0: the exporter's own choice */
  opset: z.int(),
  variant: z.string(),
  size: z.int(),
  mean: z.array(z.number()),
  std: z.array(z.number()),
  layout: z.enum(["NCHW", "NHWC"]),
  /** It is no image classifier, and must be refused. */
  refused: z.boolean().default(false),
  exportError: z.string().optional(),
  exportMs: z.number().optional(),
  path: z.string().optional(),
  /** onnxruntime's class for each image, alone in its batch, and the margin between its best two scores */
  classes: z.array(z.int()).default([]),
  margins: z.array(z.number()).default([]),
});
export type Case = z.infer<typeof caseSchema>;

/** What became of one exported file. */
export const outcomeSchema = caseSchema
  .pick({ name: true, exporter: true, architecture: true, opset: true, variant: true })
  .extend({
    verdict: z.enum(["equal", "different", "refused", "refused as it must", "not exported", "failed"]),
    /** images with the same class; images that differ but are nearly tied; all */
    same: z.int(),
    tied: z.int(),
    images: z.int(),
    /** how many different classes onnxruntime named: one alone would show little */
    kinds: z.int(),
    ms: z.int(),
    words: z.string(),
  });
export type Outcome = z.infer<typeof outcomeSchema>;
