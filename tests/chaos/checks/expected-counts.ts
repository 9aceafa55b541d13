import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { forEachAtOnce } from "@/server/files/for-each-at-once";
import type { Data, Source } from "../make-data";
import { type Run, rung } from "../product/run-rung";

interface Counts {
  total: number;
  top1: number;
  top5: number | null;
}

/** By benchmark and the SHA-256 of a model's file, with a space between. */
export type Expected = Map<string, Record<"original" | "hidden", Counts>>;

/** What an undisturbed evaluation of each model counts on each benchmark's images: `rung evaluate`, outside of any site. */
export async function expectedCounts(
  run: Run,
  data: Data,
  scored: { benchmark: string; model: number }[],
): Promise<Expected> {
  const expected: Expected = new Map();
  await forEachAtOnce(scored, 2, async ({ benchmark, model }) => {
    const path = data.models[model]!;
    const hash = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    const count = async ({ images, labels }: Source) => {
      const of = ["--images", images, "--labels", labels, "--classes", data.classesPath];
      const { total, top1, top5 } = await rung<Counts>(run, ["evaluate", path, ...of]);
      return { total, top1, top5 };
    };
    const { original, hidden } = data.sets[benchmark]!;
    const counts = { original: await count(original), hidden: await count(hidden) };
    expected.set(`${benchmark} ${hash}`, counts);
  });
  return expected;
}
