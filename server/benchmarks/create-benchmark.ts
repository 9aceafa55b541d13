import { z } from "zod";
import { benchmarks } from "../../db/schema";
import { appendLine } from "../audit/append-line";
import type { Context } from "../context";
import { RungError } from "../errors";

export const benchmarkInputSchema = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug is lower-case letters, digits and single hyphens"),
  name: z.string().trim().min(1).max(80),
  description: z.string().max(2_000).default(""),
  classes: z.array(z.string().min(1)).min(2).max(65_535),
  inputSize: z.tuple([z.literal(3), z.int().min(1).max(1_024), z.int().min(1).max(1_024)]),
  perDay: z.int().min(1).max(100_000).default(2),
  lifetime: z.int().min(1).nullable().default(null),
  position: z.int().default(0),
});

/**
 * Makes a benchmark without test sets. `perDay` and `lifetime` are submissions of one team.
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
  if (!parsed.success)
    throw new RungError("bad_input", `The benchmark is refused: ${z.prettifyError(parsed.error)}`);
  const twice = parsed.data.classes.find((name, i) => parsed.data.classes.indexOf(name) !== i);
  if (twice !== undefined) throw new RungError("bad_input", `The class "${twice}" is listed twice.`);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.insert(benchmarks).values(parsed.data).onConflictDoNothing().returning();
    if (!row) {
      throw new RungError(
        "already_exists",
        `There is a benchmark "${input.slug}" already.`,
        "Choose another slug.",
      );
    }
    await appendLine(tx, {
      kind: "benchmark",
      at: ctx.now(),
      public: {
        benchmark: row.id,
        slug: row.slug,
        classes: row.classes.length,
        perDay: row.perDay,
        lifetime: row.lifetime,
      },
    });
    return { id: row.id, slug: row.slug };
  });
}
