import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { RgbPicture } from "@/server/evaluation/resample-pixels";
import { drawTestSet } from "@/server/shapes/draw-test-set";
import { seededRandom } from "@/server/statistics/seeded-random";
import { fileTestSetStore } from "@/server/test-set-store/file-test-set-store";
import { miniature } from "@/server/test-set-store/near-duplicates/miniature";
import { nearDuplicates } from "@/server/test-set-store/near-duplicates/near-duplicates";
import { changesOfPictures } from "../fixtures/changes-of-pictures";
import { readCifar10 } from "../fixtures/read-cifar10";

const some = 1_000;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const seconds = (since: NodeJS.CpuUsage) => process.cpuUsage(since).user / 1e6;

/** Which copies of CIFAR-10's images are found, what is found among strangers, and what that costs beside the import itself. */
export async function benchNearDuplicates(): Promise<void> {
  const [original, others] = [await readCifar10("original"), await readCifar10("new")];
  if (!original || !others) return console.log("skipped: CIFAR-10 is not here (RUNG_TEST_DATA)");
  const known = miniatures(original);
  await benchCopies(original, known);
  benchStrangers(miniatures(others), known);
  await benchCost(original);
}

const miniatures = (pictures: RgbPicture[]) => Buffer.concat(pictures.map(miniature));

async function benchCopies(original: RgbPicture[], known: Uint8Array) {
  console.log(
    `${some} changed images among ${original.length}: found; with the right one; distance p50, p99`,
  );
  const { fraction } = seededRandom(1);
  const pick = (most: number) => Math.floor((most + 1) * fraction());
  for (const [kind, change] of Object.entries(changesOfPictures)) {
    const places = Array.from({ length: some }, () => pick(original.length - 1));
    const changed: RgbPicture[] = [];
    for (const place of places) changed.push(await change(original[place]!, pick));
    const found = nearDuplicates(miniatures(changed), known);
    const right = found.filter(({ image, other }) => places[image] === other).length;
    const distances = found.map(({ distance }) => distance).sort((a, b) => a - b);
    const at = (share: number) => distances[Math.floor(share * distances.length)]!.toFixed(3);
    console.log(`${kind}: ${percent(found.length, some)}; ${percent(right, some)}; ${at(0.5)}, ${at(0.99)}`);
  }
}

function benchStrangers(others: Uint8Array, known: Uint8Array) {
  const half = known.length / 2;
  const shapes = (seed: number) => {
    const { pixels } = drawTestSet(seededRandom(seed).fraction, "original", some);
    const bytes = 32 * 32 * 3;
    return miniatures(
      Array.from({ length: some }, (_, i) => {
        return { width: 32, height: 32, pixels: pixels.subarray(i * bytes, (i + 1) * bytes) };
      }),
    );
  };
  const pairs: [string, Uint8Array, Uint8Array][] = [
    ["1,600 other photographs and CIFAR-10 (4 are in both)", others, known],
    [
      "two halves of CIFAR-10 (look at them: it has photographs twice)",
      known.subarray(0, half),
      known.subarray(half),
    ],
    ["1,000 drawn shapes and 1,000 others (few outlines, and few colours)", shapes(1), shapes(2)],
  ];
  for (const [what, images, against] of pairs) {
    const found = nearDuplicates(images, against);
    const list = found
      .slice(0, 8)
      .map(({ image, other, distance }) => `${image}=${other} at ${distance.toFixed(2)}`);
    console.log(`${what}: ${found.length} found: ${list.join(", ")}`);
  }
}

/** An import of 10,000 images of 224 x 224 and its comparison with as many, all of which it contains: in processor time. */
async function benchCost(original: RgbPicture[]) {
  const root = await mkdtemp(join(tmpdir(), "rung-bench-near-"));
  const store = fileTestSetStore({ root: join(root, "store") });
  const common = { classes: ["a", "b"], digestKey: Buffer.alloc(32), auditFraction: 0 };
  const labels = original.map(() => 0);
  const source = {
    images: labels.length,
    height: 32,
    width: 32,
    labels,
    chunks: () => original.map(({ pixels }) => pixels),
  };
  try {
    const small = await store.freezeTestSet({ ...common, source });
    await mkdir(join(root, "images", "a"), { recursive: true });
    for (const [i, { pixels }] of original.entries()) {
      const picture = sharp(pixels, { raw: { width: 32, height: 32, channels: 3 } });
      await picture
        .resize(224, 224)
        .jpeg({ quality: 90 })
        .toFile(join(root, "images", "a", `${i}.jpg`));
    }
    const before = process.cpuUsage();
    const large = await store.freezeTestSet({ ...common, source: join(root, "images") });
    const imported = seconds(before);
    const memory = process.memoryUsage().rss;
    const between = process.cpuUsage();
    const found = await store.findNearDuplicates({ versionId: large.versionId, of: small.versionId });
    const compared = seconds(between);
    const grown = (process.memoryUsage().rss - memory) / 2 ** 20;
    console.log(
      `${large.images} images of 224 x 224, compared with as many: ${found.length} found; import ${imported.toFixed(1)} s of processor time, ` +
        `comparison ${compared.toFixed(1)} s (${(compared / imported).toFixed(2)} of it), memory +${grown.toFixed(0)} MiB`,
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
