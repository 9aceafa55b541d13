import { z } from "zod";
import { trainingSchema } from "../evaluation/training-schema";

const id = z.uuid();
const reason = z.string();
const by = id.nullable();
/** The gain asked for, in whole steps; absent in lines of the time before it could be. */
const atLeast = z.int().min(1).optional();
const submitted = { submission: id, benchmark: id, team: id, model: z.string() };

/** What the line with which a submission begins says, and what it commits to. */
export const submissionFields = {
  public: z.union([
    /** `refused` is the inspection's refusal code. */
    z.strictObject({ ...submitted, refused: z.string().nullable(), atLeast }),
    z.strictObject({ ...submitted, reJudges: id, atLeast, reason, by }),
    z.strictObject({ ...submitted, reference: z.literal(true) }),
  ]),
  /** What its team declared, which pages show once it is scored; absent in lines of the time before it was told. */
  secret: z
    .strictObject({
      declared: z
        .strictObject({
          name: z.string(),
          links: z.record(z.string(), z.string()),
          preprocessing: z.record(z.string(), z.unknown()),
          training: trainingSchema.optional(),
          family: z.string().optional(),
        })
        .optional(),
    })
    .default({}),
};
