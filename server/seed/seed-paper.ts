import { eq } from "drizzle-orm";
import { benchmarks, referenceModels, testSets, testSetVersions } from "../../db/schema";
import { benchmarkChanged } from "../benchmarks/benchmark-changed";
import type { Context } from "../context";
import { paperModels } from "../paper/models";
import { tableOne } from "../paper/printed/table-one";
import { type PaperBenchmark, paperTestSets } from "../paper/test-sets";
import { importReferences } from "../references/import-references";
import type { Reference } from "../references/reference-schema";
import { imagenetClasses } from "./imagenet-classes";
import { publishBoard } from "./publish-board";

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

const paper = "Recht, Roelofs, Schmidt & Shankar 2019, Do ImageNet Classifiers Generalize to ImageNet?";
const url = "https://proceedings.mlr.press/v97/recht19a.html";

/** The two benchmarks of the source paper, with its models as reference results and no images of ours. */
export async function seedPaper(ctx: Context): Promise<void> {
  for (const { slug, ...facts } of papers) {
    const models = referencesOf(slug);
    const [known] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.slug, slug));
    if (known) {
      await nameClasses(ctx, known);
      if (await hasTableOneAlone(ctx, known, slug))
        await importReferences({ ctx, input: { benchmark: slug, models } });
      continue;
    }
    await publishBoard({
      ctx,
      input: {
        benchmark: {
          ...facts,
          slug,
          classes: [...facts.classes],
          inputSize: [...facts.inputSize] as [3, number, number],
        },
        testSets: paperTestSets[slug],
        models,
      },
    });
  }
}

/** All of the paper's models were trained on the benchmark's own training set. */
function referencesOf(slug: PaperBenchmark): Reference[] {
  return paperModels[slug].map(({ results, ...facts }) => {
    const isCounted = results.every((result) => "correct" in result);
    const source = `${paper}${isCounted ? "; counts from the authors' released predictions" : ", table 1, as printed"}`;
    return { ...facts, results, source, url, year: 2019, training: "standard" };
  });
}

/** Whether a board is as earlier seeds left it: what maintainers have added to is theirs. */
async function hasTableOneAlone(
  ctx: Context,
  { id }: { id: string },
  slug: PaperBenchmark,
): Promise<boolean> {
  const stored = await ctx.db
    .select({ name: referenceModels.name })
    .from(referenceModels)
    .where(eq(referenceModels.benchmarkId, id));
  const names = new Set(stored.map(({ name }) => name));
  const printed = tableOne[slug];
  return names.size === printed.length && printed.every(({ model }) => names.has(model));
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
