import { z } from "zod";
import { poolMeterSchema } from "../../audit/meters/meter-schema";
import { policyKinds, policySchema } from "../../release/policy";

/** A pool's public meter: what it has given away so far. */
export const meterSchema = poolMeterSchema
  .pick({
    pool: true,
    images: true,
    climbs: true,
    firstReleases: true,
    firstReleaseBudget: true,
    unvouched: true,
    unvouchedBias: true,
    teamBias: true,
    late: true,
    bits: true,
    ceiling: true,
    simulated: true,
  })
  .extend({
    policy: z.enum(policyKinds).describe("kind of the release policy"),
    rules: policySchema.describe("the release policy with its settings"),
    scored: z.int(),
  });
export type Meter = z.infer<typeof meterSchema>;

export const benchmarkMetersSchema = z.object({
  slug: z.string(),
  name: z.string(),
  meters: z.array(meterSchema),
});
export type BenchmarkMeters = z.infer<typeof benchmarkMetersSchema>;
