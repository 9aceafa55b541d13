import { z } from "zod";

const images = z.int();

/**
 * Why a ladder decided as it did, for maintainers and the log; exact and therefore secret. Against the baseline: `b` images newly
 * right, `a` newly wrong, `d = b - a`, `D = a + b` (null without a baseline). `threshold` is what `d` plus `noise`, in images,
 * had to exceed, in addition to `d > 0`; if the gate is exact, `d` alone had to exceed the gate's part of it, `c sqrt(D)`.
 */
export const decisionTraceSchema = z.strictObject({
  errors: images,
  total: images,
  b: images.nullable(),
  a: images.nullable(),
  d: images.nullable(),
  D: images.nullable(),
  noise: images,
  threshold: z.number().nullable(),
});
export type DecisionTrace = z.infer<typeof decisionTraceSchema>;
