import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { and, eq } from "drizzle-orm";
import { benchmarks, testSets, testSetVersions } from "../../db/schema";
import { createBenchmark } from "../benchmarks/create-benchmark";
import { submitReference } from "../references/submit-reference";
import { drawTestSet } from "../shapes/draw-test-set";
import { shapesClasses } from "../shapes/shapes-classes";
import { importTestSet } from "../test-sets/import-test-set";
import { secretKey } from "../test-sets/secret-key";
import type { TestSetContext } from "../test-sets/test-set-context";
import { keyedRandom } from "./keyed-random";

const slug = "shapes";
const images = 4_000;
const modelsFolder = fileURLToPath(new URL("./models", import.meta.url));

const sets = [
  { name: "Original", role: "original", drawn: "original", description: "4,000 images drawn for this site." },
  {
    name: "New",
    role: "hidden",
    drawn: "new",
    description: "4,000 images from a slightly harder distribution, drawn with a secret seed.",
  },
] as const;

/**
 * Our own benchmark, which takes submissions at once: test sets drawn with this installation's secret seed, and reference models
 * evaluated like any other. Steps already done are skipped.
 */
export async function seedShapes(ctx: TestSetContext): Promise<void> {
  const [known] = await ctx.db.select().from(benchmarks).where(eq(benchmarks.slug, slug));
  if (!known) {
    await createBenchmark({
      ctx,
      input: {
        slug,
        name: "Shapes",
        description:
          "Ten kinds of drawn shapes, 32x32. Each installation draws its own test sets with a secret seed. Try it with the models in examples/.",
        classes: [...shapesClasses],
        inputSize: [3, 32, 32],
        perDay: 20,
        position: 0,
      },
    });
  }
  const seed = await secretKey(ctx.db, "shapes");
  for (const set of sets) await seedSet(ctx, seed, set);
  for (const file of (await readdir(modelsFolder)).filter((name) => name.endsWith(".onnx")).sort()) {
    const name = file.replace(/\.onnx$/, "");
    await submitReference({
      ctx,
      input: { benchmark: slug, name, path: join(modelsFolder, file), preprocessing: {} },
    });
  }
}

async function seedSet(ctx: TestSetContext, seed: Buffer, set: (typeof sets)[number]) {
  const [known] = await ctx.db
    .select({ id: testSets.id })
    .from(testSets)
    .innerJoin(benchmarks, eq(benchmarks.id, testSets.benchmarkId))
    .innerJoin(testSetVersions, eq(testSetVersions.testSetId, testSets.id))
    .where(and(eq(benchmarks.slug, slug), eq(testSets.name, set.name)));
  if (known) return;
  const { pixels, labels } = drawTestSet(keyedRandom(seed, set.drawn), set.drawn, images);
  const source = { images, height: 32, width: 32, labels, chunks: () => [pixels] };
  const { name, role, description } = set;
  await importTestSet({
    ctx,
    input: { benchmark: slug, name, role, description, source },
  });
}
