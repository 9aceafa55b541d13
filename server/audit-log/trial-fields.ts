import { z } from "zod";

const tried = { submission: z.uuid(), version: z.uuid() };
const count = z.int().min(0);

/**
 * What the log says of a model that went no further than a trial on some original images: it cannot be run, or waits because another
 * preprocessing suits it better. Counts are of `images`: right as declared, and with the better one.
 */
export const trialFields = z.union([
  z.strictObject({ ...tried, refused: z.string() }),
  z.strictObject({ ...tried, images: count, declared: count, better: count }),
]);
