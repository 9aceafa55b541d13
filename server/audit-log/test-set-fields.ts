import { z } from "zod";
import { testSetRole } from "../../db/schema";

const id = z.uuid();
const count = z.int().min(0);

/** What a line about test sets says: an import, an activation or a retirement. */
export const testSetFields = z.union([
  /** An import; without `images` and the rest, an activation; without a version, a retirement. */
  z.strictObject({
    benchmark: id,
    testSet: z.string(),
    role: z.enum(testSetRole.enumValues),
    version: id,
    digest: z.string(),
    images: count,
    auditImages: count,
    pool: id.nullable(),
    /** The version's number, whether its test set decides for the pool, and under what terms; absent before they were told. */
    number: count.optional(),
    description: z.string().optional(),
    primary: z.boolean().optional(),
    terms: z
      .strictObject({
        name: z.string(),
        policy: z.record(z.string(), z.unknown()),
        lifetime: count,
        firstReleaseBudget: count,
        teamBias: z.number(),
      })
      .nullable()
      .optional(),
    /** How many images are nearly public, or nearly those of another pool, and were insisted on. */
    alike: count.optional(),
  }),
  z.strictObject({
    benchmark: id,
    testSet: z.string(),
    version: id,
    pool: id.nullable(),
    state: z.literal("active"),
    by: id,
  }),
  z.strictObject({
    benchmark: id,
    retired: z.array(z.string()),
    pool: id.nullable(),
    state: z.literal("retired"),
    by: id,
  }),
]);
