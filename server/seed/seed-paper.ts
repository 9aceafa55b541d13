import { eq } from "drizzle-orm";
import { benchmarks, testSets, testSetVersions } from "../../db/schema";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { Context } from "../context";
import { imagenetClasses } from "./imagenet-classes";
import { publishBoard } from "./publish-board";
import { paperReferences, paperTestSets } from "./table-one";

const cifarClasses = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck",
];

const papers = [
  {
    slug: "cifar-10",
    name: "CIFAR-10",
    description:
      "Ten classes of 32x32 photographs. Published results on the original test set and on CIFAR-10.1.",
    classes: cifarClasses,
    inputSize: [3, 32, 32],
    position: 2,
  },
  {
    slug: "imagenet",
    name: "ImageNet",
    description:
      "1,000 classes. Published results on the original validation set and on three new test sets, collected in the same way with three sampling strategies.",
    ...imagenetClasses,
    inputSize: [3, 224, 224],
    position: 1,
  },
] as const;

/** The two benchmarks of the source paper, with its table 1 as reference results and no images of ours. */
export async function seedPaper(ctx: Context): Promise<void> {
  for (const paper of papers) {
    const [known] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.slug, paper.slug));
    if (known) await nameClasses(ctx, known);
    if (known) continue;
    await publishBoard({
      ctx,
      input: {
        benchmark: {
          ...paper,
          classes: [...paper.classes],
          inputSize: [...paper.inputSize] as [3, number, number],
        },
        testSets: paperTestSets[paper.slug],
        models: paperReferences[paper.slug],
      },
    });
  }
}

/** Earlier seeds called ImageNet's classes by their index. Without images of ours, nothing depends on the names. */
async function nameClasses(
  ctx: Context,
  { id, slug, classes }: typeof benchmarks.$inferSelect,
): Promise<void> {
  if (slug !== "imagenet" || classes[0] !== "class 0") return;
  const versions = await ctx.db
    .select({ id: testSetVersions.id })
    .from(testSetVersions)
    .innerJoin(testSets, eq(testSets.id, testSetVersions.testSetId))
    .where(eq(testSets.benchmarkId, id));
  if (versions.length > 0) return;
  await ctx.db.transaction(async (tx) => {
    await tx.update(benchmarks).set(imagenetClasses).where(eq(benchmarks.id, id));
    await benchmarkChanged({ ctx, tx, benchmarkId: id });
  });
}
