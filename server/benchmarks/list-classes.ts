import { z } from "zod";
import type { Context } from "../context";
import { benchmarkBySlug } from "./benchmark-by-slug";

export const classListSchema = z.object({
  benchmark: z.string().describe("slug"),
  name: z.string().describe("of the benchmark"),
  classes: z.array(
    z.object({
      index: z.int().describe("from 0: the place of its score in a model's output"),
      name: z.string(),
      synset: z.string().nullable().describe("of WordNet 3.0, where the class is one"),
    }),
  ),
});
export type ClassList = z.infer<typeof classListSchema>;

/**
 * The classes of a benchmark, in the order in which a model returns their scores.
 * @throws RungError `not_found`
 */
export async function listClasses({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { slug: string };
}): Promise<ClassList> {
  const { slug, name, classes, synsets } = await benchmarkBySlug(ctx.db, input.slug);
  return {
    benchmark: slug,
    name,
    classes: classes.map((className, index) => ({
      index,
      name: className,
      synset: synsets?.[index] ?? null,
    })),
  };
}
