import { z } from "zod";
import { policySchema } from "../../release/policy";

/** What a pool has given away, exactly: for maintainers. */
export const poolMeterSchema = z.object({
  id: z.uuid(),
  pool: z.string(),
  benchmark: z.string(),
  testSet: z.string().nullable().describe("the primary one"),
  policy: policySchema,
  images: z.int().describe("of the primary guarded part"),
  auditImages: z.int(),
  retiredAt: z.iso.datetime().nullable(),
  decided: z.int().describe("submissions that the pool has decided on"),
  climbs: z.int(),
  records: z.int(),
  firstReleases: z.int().describe("teams that had a first release"),
  firstReleaseBudget: z.int(),
  waiting: z.int().describe("submissions that wait for approval"),
  perDay: z.int().describe("submissions of one team in any 24 hours"),
  lifetime: z.int().describe("submissions of one team in all"),
  refusals: z.int().describe("refused for the quota in the last 7 days"),
  bits: z.number().describe("given away, at most"),
  ceiling: z.number().describe("the expected bias, a fraction, that no attack exceeds: a theorem"),
  simulated: z
    .number()
    .nullable()
    .describe(
      "the bias, a fraction, of the strongest attack simulated at these counts, all of them one attacker's, torn on 0.3 of the images; null under a policy that was not measured",
    ),
});
export type PoolMeter = z.infer<typeof poolMeterSchema>;

/** What one team has had of a pool. */
const teamMeterSchema = z.object({
  team: z.string(),
  used: z.int(),
  usedToday: z.int().describe("in the last 24 hours"),
  lifetime: z.int(),
  climbs: z.int(),
  closed: z.boolean(),
  rung: z.string().nullable().describe("loss, a fraction"),
  lastDecidedAt: z.iso.datetime(),
});
export type TeamMeter = z.infer<typeof teamMeterSchema>;
export const teamMetersSchema = z.object({ rows: z.array(teamMeterSchema), next: z.string().nullable() });
