import { createBenchmark } from "@/server/benchmarks/create-benchmark";
import { importTestSet } from "@/server/test-sets/import-test-set";
import type { TestSetInput } from "@/server/test-sets/test-set-input";
import { siteTest } from "../../fixtures/site-test";

/** A test with a benchmark "ours", into which it brings test sets of images of one pixel. */
export const pixelTest = siteTest
  .extend("create", ({ site }) => (slug: string) => {
    const input = { slug, name: slug, classes: ["cat", "dog"], inputSize: [3, 1, 1] as [3, 1, 1] };
    return createBenchmark({ ctx: site.owner, input });
  })
  .extend("ours", { auto: true }, ({ create }) => create("ours"))
  /** Images are numbered: the same number is the same image. */
  .extend("bring", ({ site }) => {
    return (images: number[], more: Partial<TestSetInput> & { labels?: number[] } = {}) => {
      const { labels = images.map(() => 0), ...changes } = more;
      const chunks = () => [Uint8Array.from(images.flatMap((image) => [image, 0, 0]))];
      const source = { images: images.length, height: 1, width: 1, labels, chunks };
      const input: TestSetInput = { benchmark: "ours", name: "New", role: "hidden", source, ...changes };
      return importTestSet({ ctx: site.owner, input });
    };
  });
