import { z } from "zod";
import { benchmarks } from "../../db/schema";
import { appendLine } from "../audit-log/append-line";
import type { Context } from "../context";
import { RungError } from "../errors";
import { plain, plainLines } from "../text/plain";
import { benchmarkFields } from "./benchmark-fields";

const nameWords = "a name has 1 to 80 characters";
const classWords = "a benchmark has 2 to 65535 classes";
const synsetWords = "a synset is n and eight digits, such as n01440764, one for each class";
const sizeWords = "an input size is 3,HEIGHT,WIDTH with sides from 1 to 1024 pixels, such as 3,224,224";
const perDayWords = "submissions per day are a whole number from 1 to 100000";
const lifetimeWords = "lifetime submissions are a whole number of at least 1";
const windowWords = "the longest window is at least a minute and at most a week";
const side = z.int(sizeWords).min(1, sizeWords).max(1_024, sizeWords);

export const benchmarkInputSchema = z
  .object({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug is lower-case letters, digits and single hyphens"),
    name: z.string().trim().min(1, nameWords).max(80, nameWords).check(plain),
    description: z
      .string()
      .max(2_000, "a description has at most 2000 characters")
      .check(plainLines)
      .default(""),
    classes: z.array(z.string().min(1).check(plain)).min(2, classWords).max(65_535, classWords),
    synsets: z
      .array(z.string().regex(/^n\d{8}$/, synsetWords))
      .nullable()
      .default(null),
    inputSize: z.tuple([z.literal(3, sizeWords), side, side], sizeWords),
    perDay: z.int(perDayWords).min(1, perDayWords).max(100_000, perDayWords).default(2),
    lifetime: z.int(lifetimeWords).min(1, lifetimeWords).nullable().default(null),
    maxWindowMs: z
      .int(windowWords)
      .min(60_000, windowWords)
      .max(7 * 24 * 3_600_000, windowWords)
      .default(12 * 3_600_000),
    judgedScale: z.enum(["linear", "logit", "probit"]).default("logit"),
    position: z.int().default(0),
  })
  .refine(({ classes, synsets }) => synsets === null || synsets.length === classes.length, synsetWords);

/** What a text must not have is said without its field. */
function sentenceOf(message: string, path: PropertyKey[]): string {
  return message.startsWith("has ") ? `${path.join(".")} ${message}` : message;
}

/**
 * Creates a benchmark without test sets. `perDay` and `lifetime` are submissions of one team,
 * `maxWindowMs` is the longest window of a hidden evaluation, `judgedScale` that of verdict and marks.
 * @throws RungError `already_exists`, `bad_input`
 */
export async function createBenchmark({
  ctx,
  input,
}: {
  ctx: Context;
  input: z.input<typeof benchmarkInputSchema>;
}): Promise<{ id: string; slug: string }> {
  const parsed = benchmarkInputSchema.safeParse(input);
  if (!parsed.success) {
    const problems = new Set(parsed.error.issues.map(({ message, path }) => sentenceOf(message, path)));
    throw new RungError(
      "bad_input",
      `The benchmark is refused: ${[...problems].join("; ")}.`,
      "Nothing was created.",
    );
  }
  const twice = parsed.data.classes.find((name, i) => parsed.data.classes.indexOf(name) !== i);
  if (twice !== undefined)
    throw new RungError("bad_input", `The class "${twice}" is listed twice.`, "List each class once.");
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.insert(benchmarks).values(parsed.data).onConflictDoNothing().returning();
    if (!row) {
      throw new RungError(
        "already_exists",
        `There is already a benchmark "${input.slug}".`,
        "Choose another slug.",
      );
    }
    await appendLine(tx, { kind: "benchmark", at: ctx.now(), public: benchmarkFields(row) });
    return { id: row.id, slug: row.slug };
  });
}
