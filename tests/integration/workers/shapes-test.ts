import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { keyedRandom } from "@/server/seed/keyed-random";
import { drawTestSet } from "@/server/shapes/draw-test-set";
import { shapesClasses } from "@/server/shapes/shapes-classes";
import { importTestSet } from "@/server/test-sets/import-test-set";
import { makeModelFile } from "../../factories/make-model-file";
import { siteTest } from "../../fixtures/site-test";
import { submitFile } from "../submissions/submit-file";

/** A test with a real model that waits for a worker, and real images. */
export const shapesTest = siteTest
  .extend("images", 3_000)
  .extend("shapes", async ({ site, images: each }) => {
    site.clock.now = new Date();
    const ctx = site.owner;
    const shape = { classes: [...shapesClasses], inputSize: [3, 32, 32] as [3, 32, 32] };
    const { slug } = await createBenchmark({ ctx, input: { slug: "shapes", name: "Shapes", ...shape } });
    const roles = [
      ["Original", "original", "original", each],
      ["New", "hidden", "new", each],
    ] as const;
    for (const [name, role, drawn, images] of roles) {
      const { pixels, labels } = drawTestSet(keyedRandom(new Uint8Array(32), drawn), drawn, images);
      const source = { images, height: 32, width: 32, labels, chunks: () => [pixels] };
      await importTestSet({ ctx, input: { benchmark: slug, name, role, source } });
    }
    return { slug };
  })
  .extend("submitted", async ({ site, shapes, viewer }) => {
    const modelHash = await makeModelFile(site, await readFile("examples/front-runner.onnx"));
    return submitFile(site, { benchmark: shapes, viewer, modelHash });
  });

/** Waits for a condition, not for ever. */
export async function until(condition: () => Promise<boolean>) {
  const end = Date.now() + 100_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("waited in vain");
    await sleep(50);
  }
}
