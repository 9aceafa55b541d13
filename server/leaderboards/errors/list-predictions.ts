import { eq } from "drizzle-orm";
import { z } from "zod";
import { openLabels } from "../../../db/schema";
import type { Context } from "../../context";
import { loadOpenAnswers } from "./load-open-answers";

export const predictionsSchema = z.object({
  name: z.string(),
  testSet: z.string(),
  rows: z.array(
    z.object({
      image: z.int().describe("its place in the test set as stored, from 0"),
      file: z.string().nullable().describe("its name where the test set was imported from, if known"),
      label: z.int(),
      labelName: z.string(),
      prediction: z.int().nullable().describe("null: no answer"),
      predictionName: z.string().nullable(),
      right: z.boolean(),
    }),
  ),
});
export type Predictions = z.infer<typeof predictionsSchema>;

/**
 * What an entry said on every image of a test set that is public itself, by default the original one.
 * @throws RungError `not_found`
 */
export async function listPredictions({
  ctx,
  input,
}: {
  ctx: Pick<Context, "db">;
  input: { id: string; testSet?: string | undefined };
}): Promise<Predictions> {
  const answers = await loadOpenAnswers(ctx.db, input);
  const { name, testSet, labels, predictions, benchmark, versionId } = answers;
  const [version] = await ctx.db
    .select({ names: openLabels.names })
    .from(openLabels)
    .where(eq(openLabels.versionId, versionId));
  const rows = Array.from(labels, (label, image) => {
    const said = predictions[image]!;
    return {
      image,
      file: version?.names?.[image] ?? null,
      label,
      labelName: benchmark.classes[label]!,
      prediction: said < 0 ? null : said,
      predictionName: benchmark.classes[said] ?? null,
      right: said === label,
    };
  });
  return { name, testSet, rows };
}
