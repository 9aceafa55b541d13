import { z } from "zod";
import { policySchema } from "../../release/policy";

/** What exactly a pool has given away: for maintainers. */
export const poolMeterSchema = z.object({
  id: z.uuid(),
  pool: z.string(),
  benchmark: z.string(),
  testSet: z.string().nullable().describe("the primary test set"),
  policy: policySchema,
  images: z.int().describe("of the primary guarded part"),
  auditImages: z.int(),
  retiredAt: z.iso.datetime().nullable(),
  decided: z.int().describe("submissions decided on this pool"),
  climbs: z.int(),
  firstReleases: z.int().describe("teams that had a first release"),
  firstReleaseBudget: z.int(),
  unvouched: z.int().describe("first releases of teams that nobody vouches for"),
  unvouchedBias: z
    .number()
    .nullable()
    .describe(
      "the bias, a fraction, of the strongest attack simulated if these were one attacker's and spent all they may; null under a policy that was not measured",
    ),
  teamBias: z.number().describe("the most that it may be: one more such team waits for a maintainer"),
  waiting: z.int().describe("submissions that wait for approval"),
  perDay: z.int().describe("submissions of one team in any 24 hours"),
  lifetime: z.int().describe("submissions of one team in total"),
  refusals: z.int().describe("submissions refused for the quota in the last 7 days"),
  late: z.int().describe("results that appeared after the first window, because the machine was busy"),
  bits: z.number().describe("given away, at most"),
  ceiling: z.number().describe("bound on any attack's expected bias, a fraction: a theorem"),
  simulated: z
    .number()
    .nullable()
    .describe(
      "bias, a fraction, of the strongest simulated attack at these counts, if all were one attacker's, torn on 0.3 of the images; null under a policy that was not measured",
    ),
});
export type PoolMeter = z.infer<typeof poolMeterSchema>;

/** What one team has used of a pool. */
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
