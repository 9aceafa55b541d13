import { z } from "zod";
import { decision, submissionState } from "../../db/schema/submissions";
import { receiptSchema } from "../audit-log/public/receipts";
import { preprocessingSchema } from "../evaluation/preprocessing";
import { inspectionSchema } from "../onnx/inspection-schema";
import { climbTableSchema } from "../release/climb-table";
import { scoreSchema } from "../release/released-score";
import { approvalQueueSchema } from "./approval-queue";

const explanationSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });

/** A submission as seen by its team and, once it has ended, by everybody. Scores are released ones. */
export const submissionSchema = z.object({
  id: z.uuid(),
  benchmark: z.string().describe("slug"),
  name: z.string(),
  team: z.string().describe("slug"),
  state: z.enum(submissionState.enumValues),
  queuePosition: z.int().nullable(),
  approval: approvalQueueSchema.nullable().describe("while it waits for a maintainer"),
  progress: z
    .object({
      phase: z.enum(["original", "hidden"]),
      done: z
        .number()
        .min(0)
        .max(1)
        .describe("fraction of images on original test sets, of elapsed time on hidden ones"),
      dueAt: z.iso
        .datetime()
        .nullable()
        .describe(
          "when the hidden result appears, or is moved on where the machine lacked; null when a maintainer is asked",
        ),
    })
    .nullable(),
  inspection: inspectionSchema.nullable(),
  preprocessing: preprocessingSchema,
  atLeast: z.int().describe("the gain that it asks for, in whole steps; a first release ignores it"),
  links: z.strictObject({ paper: z.string().optional(), code: z.string().optional() }),
  expectedOriginalAccuracy: z.number().nullable().describe("a fraction"),
  advice: explanationSchema.nullable().describe("while it waits for you: why, and what to do"),
  goOnBy: z.iso.datetime().nullable().describe("while it waits for you: when it is withdrawn at no cost"),
  spentAt: z.iso.datetime().nullable().describe("since when it counts against the quota"),
  originalScores: z.array(scoreSchema).describe("exact, from the end of the original part on"),
  scores: z.array(scoreSchema),
  decision: z.enum(decision.enumValues).nullable(),
  refusal: explanationSchema
    .nullable()
    .describe("why it was refused, failed, disqualified or withdrawn by the site"),
  modelHash: z.string(),
  alreadyScored: z
    .boolean()
    .describe(
      "in answer to a new submission: this is an earlier one of the same model, and nothing is spent",
    ),
  receipt: receiptSchema.nullable(),
  submittedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
});
export type SubmissionView = z.infer<typeof submissionSchema>;

/** The preprocessing that a submitter declares; the input size is the model's own, or the benchmark's. */
const declaredPreprocessingSchema = preprocessingSchema.extend({
  input_size: preprocessingSchema.shape.input_size.unwrap().optional(),
});

/** What a submitter declares. */
export const submissionInputSchema = z.strictObject({
  benchmark: z.string().min(1).describe("slug"),
  name: z.string().trim().min(1).max(80),
  preprocessing: declaredPreprocessingSchema.prefault({}),
  atLeast: z
    .int()
    .min(1)
    .max(1000)
    .default(1)
    .describe("climb only for a gain of so many whole steps: it saves climbs; a first release ignores it"),
  expectedOriginalAccuracy: z
    .number()
    .min(0)
    .max(1, "a fraction, such as 0.81 for 81 %")
    .nullable()
    .default(null)
    .describe("a fraction; missed by more than 0.02, the hidden part waits for you"),
  goOn: z
    .union([z.literal(true), z.literal("ask")])
    .default(true)
    .describe('"ask": the hidden part waits for you in any case'),
  links: z.strictObject({ paper: z.url().optional(), code: z.url().optional() }).default({}),
});
export type SubmissionInput = z.infer<typeof submissionInputSchema>;

/** What is left of a team's quota on a benchmark. */
export const quotaSchema = z.object({
  benchmark: z.string(),
  perDay: z.int(),
  usedToday: z.int(),
  lifetime: z.int().nullable(),
  used: z.int(),
  nextAllowedAt: z.iso
    .datetime()
    .nullable()
    .describe("null: now, or never again if the lifetime quota is spent"),
  climbsLeft: z.int().nullable().describe("climbs left on the ladder; null: no limit"),
  rung: z.number().nullable().describe("the team's released accuracy, fraction"),
  chances: climbTableSchema.nullable().describe("what a climb takes; null: no gated ladder decides"),
});
export type Quota = z.infer<typeof quotaSchema>;
