import { z } from "zod";
import { type Metric, metrics } from "../evaluation/metric";

const id = z.uuid();
const count = z.int().min(0);
const counts = { top1: count, top5: count.nullable() } satisfies Record<Metric, z.ZodType>;
const result = { version: id, total: count, ...counts };

/** What a line about an evaluation says, and what it commits to. */
export const evaluationFields = {
  public: z.discriminatedUnion("role", [
    z.strictObject({
      submission: id,
      /** `public`: on public new test sets that came after the original part. */
      role: z.enum(["original", "public"]),
      results: z.array(z.strictObject({ ...result, device: z.string() })),
    }),
    z.strictObject({
      submission: id,
      role: z.literal("reference"),
      /** Counts on original test sets (once on hidden ones too), what was released on hidden ones. */
      results: z.array(
        z.union([
          z.strictObject(result),
          z.strictObject({
            version: id,
            total: count,
            losses: z.array(z.strictObject({ metric: z.enum(metrics), loss: z.string() })),
          }),
        ]),
      ),
    }),
  ]),
  /** A reference's counts on hidden test sets. */
  secret: z.strictObject({ counts: z.array(z.strictObject(result)).optional() }).default({}),
};
