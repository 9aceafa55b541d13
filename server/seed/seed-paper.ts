import { eq } from "drizzle-orm";
import { benchmarks, testSets } from "../../db/schema";
import { createBenchmark } from "../benchmarks/create-benchmark";
import type { Context } from "../context";
import { importReferences } from "../references/import-references";
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
    // Without images no class names are needed; a class is its index.
    classes: Array.from({ length: 1_000 }, (_, index) => `class ${index}`),
    inputSize: [3, 224, 224],
    position: 1,
  },
] as const;

/** The two benchmarks of the source paper, with its table 1 as reference results and no images of ours. */
export async function seedPaper(ctx: Context): Promise<void> {
  for (const paper of papers) {
    const [known] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.slug, paper.slug));
    if (known) continue;
    await ctx.db.transaction(async (tx) => {
      const inTransaction = { ...ctx, db: tx };
      const input = {
        ...paper,
        classes: [...paper.classes],
        inputSize: [...paper.inputSize] as [3, number, number],
      };
      const made = await createBenchmark({ ctx: inTransaction, input });
      const rows = paperTestSets[paper.slug].map(({ name, role, description }, position) => ({
        benchmarkId: made.id,
        name,
        role,
        description,
        position,
      }));
      await tx.insert(testSets).values(rows);
      await importReferences({
        ctx: inTransaction,
        input: { benchmark: paper.slug, models: paperReferences[paper.slug] },
      });
    });
  }
}
