import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { forEachAtOnce } from "@/server/files/for-each-at-once";
import type { Data } from "../make-data";
import { type Run, rung } from "../product/run-rung";

export interface Counts {
  total: number;
  top1: number;
  top5: number | null;
}

export type Expected = Map<string, Record<"original" | "hidden", Counts>>;

/** What an undisturbed evaluation of each model counts, by the SHA-256 of its file: `rung evaluate`, outside of any site. */
export async function expectedCounts(run: Run, data: Data, models: number[]): Promise<Expected> {
  const expected: Expected = new Map();
  await forEachAtOnce(models, 2, async (model) => {
    const path = data.models[model]!;
    const hash = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
    const count = async ({ images, labels }: Data["original"]) => {
      const of = ["--images", images, "--labels", labels, "--classes", data.classesPath];
      const { total, top1, top5 } = await rung<Counts>(run, ["evaluate", path, ...of]);
      return { total, top1, top5 };
    };
    expected.set(hash, { original: await count(data.original), hidden: await count(data.hidden) });
  });
  return expected;
}
