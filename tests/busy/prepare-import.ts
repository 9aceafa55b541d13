import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InputGeometry } from "@/server/evaluation/input-geometry";
import { freezeTestSet } from "@/server/test-set-store/freeze-test-set";
import { openShard } from "@/server/test-set-store/shards/open-shard";
import { drawImageFile } from "../integration/test-set-store/draw-images";

const classes = ["even", "odd"];
const geometry: InputGeometry = {
  height: 224,
  width: 224,
  interpolation: "bicubic",
  cropPct: 0.875,
  cropMode: "center",
  fill: [0, 0, 0],
};

/** Draws pictures, and returns what imports them and prepares pixels for models, again and again, until it is ended. */
export async function prepareImport(folder: string): Promise<() => () => Promise<void>> {
  const source = join(folder, "pictures");
  for (const name of classes) mkdirSync(join(source, name), { recursive: true });
  for (let i = 0; i < 200; i += 1) {
    writeFileSync(join(source, classes[i % 2]!, `${i}.png`), await drawImageFile(i, { size: 64 }));
  }

  return () => {
    const ending = new AbortController();
    const done = (async () => {
      for (let turn = 0; !ending.signal.aborted; turn += 1) {
        const root = join(folder, `import-${turn}`);
        const digestKey = Buffer.alloc(32, 1);
        const { versionId } = await freezeTestSet({ root, source, classes, digestKey, auditFraction: 0 });
        await openShard({ root, versionId, geometry });
      }
    })();
    return async () => {
      ending.abort();
      await done;
    };
  };
}
