import { expect, test } from "vitest";
import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { importTestSet } from "@/server/test-sets/import-test-set";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeMaintainer, makeSite } from "../../factories";

test("images of a retired pool come back under no name: what was measured on them is public", async () => {
  const site = await makeSite();
  try {
    const shape = { classes: ["cat", "dog"], inputSize: [3, 1, 1] as [3, 1, 1] };
    await createBenchmark({ ctx: site.owner, input: { slug: "ours", name: "Ours", ...shape } });
    const bring = (name: string, pixels: number[]) =>
      importTestSet({
        ctx: site.owner,
        input: {
          benchmark: "ours",
          name,
          role: "hidden",
          source: {
            images: 2,
            height: 1,
            width: 1,
            labels: [0, 1],
            chunks: () => [Uint8Array.from(pixels)],
          },
        },
      });
    await bring("New", [1, 0, 0, 2, 0, 0]);
    const { acts } = await makeMaintainer(site);
    await retireTestSet({ ctx: acts, input: { benchmark: "ours", testSet: "New" } });
    for (const name of ["New", "Newer"])
      await expect(bring(name, [2, 0, 0, 3, 0, 0])).rejects.toMatchObject({
        code: "too_late",
        message: 'The pool "New" was retired, and what was measured on it is public.',
      });
  } finally {
    await site.drop();
  }
});
