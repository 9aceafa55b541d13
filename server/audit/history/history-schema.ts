import { z } from "zod";
import { decision, submissionState } from "../../../db/schema/submissions";
import { repeatOutcomeSchema } from "../../release/repeat-outcome";

/** A filter for a maintainer's view of submissions. Names are slugs, except the test set's name; times are ISO 8601. */
export const historyQuerySchema = z.object({
  benchmark: z.string().optional(),
  team: z.string().optional(),
  testSet: z.string().optional().describe("filters by its pool's decisions; requires the benchmark"),
  state: z.enum(submissionState.enumValues).optional(),
  decision: z.enum(decision.enumValues).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  after: z.string().optional().describe("`next` of the previous page"),
  most: z.coerce.number().int().min(1).max(1000).default(50),
});
export type HistoryQuery = z.input<typeof historyQuerySchema>;

const countSchema = z.object({ correct: z.int(), total: z.int() });

/** One release decision with its basis: for maintainers only. */
const shownDecisionSchema = z.object({
  pool: z.string(),
  testSet: z.string().describe("the primary one, whose images decide"),
  scope: z.enum(["team", "global"]),
  decision: z.enum(decision.enumValues),
  exact: countSchema.nullable().describe("top-1 on the guarded part"),
  audit: countSchema.nullable().describe("top-1 on the audit part"),
  unanswered: z
    .int()
    .nullable()
    .describe("images of the guarded part without an answer; null where not counted"),
  released: z.number().nullable().describe("the accuracy that was let out; null when held"),
  b: z.int().nullable().describe("images put right against the baseline"),
  a: z.int().nullable().describe("images spoiled"),
  d: z.int().nullable().describe("b - a"),
  D: z.int().nullable().describe("a + b"),
  noise: z.int().describe("images"),
  threshold: z.number().nullable().describe("what d plus noise had to exceed, in images"),
  rungBefore: z.string().nullable().describe("loss, as a fraction"),
  rungAfter: z.string().nullable(),
  climbs: z.int(),
  closed: z.boolean(),
  decidedAt: z.iso.datetime(),
});
export type ShownDecision = z.infer<typeof shownDecisionSchema>;

const historyRowSchema = z.object({
  id: z.uuid(),
  benchmark: z.string(),
  name: z.string(),
  team: z.string(),
  user: z.string().nullable(),
  state: z.enum(submissionState.enumValues),
  explanation: z.string().nullable(),
  modelHash: z.string(),
  fileRemovedAt: z.iso.datetime().nullable().describe("when the model file's bytes were removed"),
  atLeast: z.int().describe("the gain that it asks for, in whole steps"),
  submittedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  parkedAt: z.iso
    .datetime()
    .nullable()
    .describe("since when its hidden evaluation waits to be taken up again"),
  verifiedAt: z.iso.datetime().nullable(),
  hiddenRun: z
    .object({
      windows: z.int().describe("windows after which its result appeared"),
      windowsBeyond: z.int().describe("those of them that the machine does not explain"),
      forfeited: z.enum(["lost", "time"]).nullable().describe("why every image counts as wrong"),
      parkedFor: z
        .enum(["processors", "workers", "device"])
        .nullable()
        .describe("why it waited for a maintainer"),
    })
    .nullable()
    .describe("how its hidden evaluation went, once it ended or was parked"),
  voidRefusal: z.string().nullable().describe("why its decision was not voided, where a maintainer asked"),
  decisions: z.array(shownDecisionSchema),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** One repeat of a hidden evaluation with its outcome: for maintainers only. */
const shownRepeatSchema = z.object({
  ...repeatOutcomeSchema.shape,
  parts: z
    .array(repeatOutcomeSchema.shape.parts.element.omit({ version: true }).extend({ testSet: z.string() }))
    .describe("none where the machine was too busy to end it"),
  sameBits: z.boolean().describe("every image was judged as then"),
  endedAt: z.iso.datetime(),
});
export type ShownRepeat = z.infer<typeof shownRepeatSchema>;

export const auditedSubmissionSchema = historyRowSchema.extend({
  repeatWaits: z.boolean().describe("a maintainer had its hidden evaluation repeated, and it is not done"),
  repeats: z.array(shownRepeatSchema),
});
export type AuditedSubmission = z.infer<typeof auditedSubmissionSchema>;

export const historySchema = z.object({ rows: z.array(historyRowSchema), next: z.string().nullable() });
export type History = z.infer<typeof historySchema>;
