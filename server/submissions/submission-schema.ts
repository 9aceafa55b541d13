import { z } from "zod";
import { decision, submissionState } from "../../db/schema/submissions";
import { receiptSchema } from "../audit-log/public/receipts";
import { preprocessingSchema } from "../evaluation/preprocessing";
import { runLogSchema } from "../evaluation/run-log-schema";
import { trainingSchema } from "../evaluation/training-schema";
import { inspectionSchema } from "../onnx/inspection-schema";
import { problemSchema } from "../problems/problem-schema";
import { climbTableSchema } from "../release/climb-table";
import { scoreSchema } from "../release/released-score";
import { plain } from "../text/plain";
import { webAddress } from "../text/web-address";
import { approvalQueueSchema } from "./approval-queue";

const explanationSchema = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  problems: z.array(problemSchema).optional().describe("one by one, where it names several"),
});

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
  training: trainingSchema.nullable().describe("how it was trained, as its team declares"),
  expectedOriginalAccuracy: z.number().nullable().describe("a fraction"),
  advice: explanationSchema
    .extend({
      better: z
        .object({
          preprocessing: preprocessingSchema,
          images: z.int().describe("original images tried"),
          correct: z.int().describe("of these, right with this preprocessing"),
          declared: z.int().describe("right as declared"),
        })
        .optional()
        .describe("a preprocessing that suits the model clearly better"),
    })
    .nullable()
    .describe("while it waits for you: why, and what to do"),
  goOnBy: z.iso.datetime().nullable().describe("while it waits for you: when it is withdrawn at no cost"),
  spentAt: z.iso.datetime().nullable().describe("since when it counts against the quota"),
  originalScores: z.array(scoreSchema).describe("exact, from the end of the original part on"),
  log: runLogSchema.nullable().describe("how it ran on original images; for its team and maintainers alone"),
  scores: z.array(scoreSchema),
  decision: z.enum(decision.enumValues).nullable(),
  refusal: explanationSchema
    .nullable()
    .describe("why it was refused, failed, disqualified or withdrawn by the site"),
  modelHash: z.string(),
  fileRemovedAt: z.iso
    .datetime()
    .nullable()
    .describe(
      "refused, failed or withdrawn: when its file is or was removed; to submit it again, upload it again. For its team and maintainers alone",
    ),
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

const stepsError = "atLeast is a whole number of steps, from 1 to 1000";
const expectedError = "expectedOriginalAccuracy is a fraction, such as 0.81 for 81 %";
const link = (name: string) => webAddress(`${name} takes an address like https://example.org`).optional();

/** What a submitter declares. */
export const submissionInputSchema = z.strictObject({
  benchmark: z.string().min(1, "benchmark is empty").check(plain).describe("slug"),
  name: z.string().trim().min(1, "name is empty").max(80, "name has more than 80 characters").check(plain),
  preprocessing: declaredPreprocessingSchema.prefault({}),
  atLeast: z
    .int(stepsError)
    .min(1, stepsError)
    .max(1000, stepsError)
    .default(1)
    .describe("climb only for a gain of so many whole steps: it saves climbs; a first release ignores it"),
  expectedOriginalAccuracy: z
    .number(expectedError)
    .min(0, expectedError)
    .max(1, expectedError)
    .nullable()
    .default(null)
    .describe("a fraction; missed by more than 0.02, the hidden part waits for you"),
  goOn: z
    .union([z.literal(true), z.literal("ask")], { error: 'goOn is true or "ask"' })
    .default(true)
    .describe('"ask": the hidden part waits for you in any case'),
  links: z.strictObject({ paper: link("paper"), code: link("code") }).default({}),
  training: trainingSchema
    .nullable()
    .default(null)
    .describe("how it was trained: by it the view of effective robustness is coloured"),
});
export type SubmissionInput = z.infer<typeof submissionInputSchema>;

/** What submitting an uploaded model would do now. */
export const foresightSchema = z.object({
  accepted: z.boolean().describe("it would be queued, or answered as before"),
  problems: z
    .array(problemSchema)
    .describe("all that is wrong with the declaration, the model and its preprocessing"),
  notes: z.array(z.string()).describe("what was assumed, and what is out of the ordinary"),
  refused: z
    .object({ message: z.string(), hint: z.string() })
    .nullable()
    .describe("nothing is wrong, but it may not be submitted now"),
  already: z.uuid().nullable().describe("the submission that has its answer already"),
  preprocessing: preprocessingSchema.nullable().describe("as it would be applied"),
  inspection: inspectionSchema,
});
export type Foresight = z.infer<typeof foresightSchema>;

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
  refused: z
    .object({
      message: z.string(),
      hint: z.string(),
      until: z.iso.datetime().nullable().describe("null: for good, or until the team has acted"),
    })
    .nullable()
    .describe("why no model may be submitted now, not even one whose hidden part waits for its team"),
  climbsLeft: z.int().nullable().describe("climbs left on the ladder; null: no limit"),
  rung: z.number().nullable().describe("the team's released accuracy, fraction"),
  chances: climbTableSchema.nullable().describe("what a climb takes; null: no gated ladder decides"),
});
export type Quota = z.infer<typeof quotaSchema>;
