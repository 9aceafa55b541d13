import { eq } from "drizzle-orm";
import { benchmarks } from "../../db/schema";
import type { Context } from "../context";
import { imagenetClasses } from "./imagenet-classes";
import { publishBoard } from "./publish-board";
import { timmReferences, timmTestSets } from "./timm-references";

const slug = "imagenet-timm";

/** ImageNet once more, with the models that people use today: timm's published results, and no images of ours. */
export async function seedTimm(ctx: Context): Promise<void> {
  const [known] = await ctx.db
    .select({ id: benchmarks.id })
    .from(benchmarks)
    .where(eq(benchmarks.slug, slug));
  if (known) return;
  const benchmark = {
    slug,
    name: "ImageNet, timm's models",
    description:
      "1,000 classes. The results that timm (PyTorch Image Models) publishes for 1,556 models on the original validation set and on ImageNetV2.",
    ...imagenetClasses,
    inputSize: [3, 224, 224] as [3, number, number],
    position: 3,
  };
  await publishBoard({ ctx, input: { benchmark, testSets: timmTestSets, models: timmReferences() } });
}
