import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect } from "vitest";
import { evaluate } from "@/server/cli/commands/evaluate";
import { writeNpy } from "@/server/evaluation/write-npy";
import { type ModelToWrite, writeModel } from "@/server/onnx/write-model";
import { writeTwoFiles } from "../../fixtures/onnx/write-two-files";
import { sharedFolderTest } from "../../fixtures/shared-folder-test";

/** The brightest channel of an image is its class. */
const brightest: ModelToWrite = {
  name: "brightest channel",
  opset: 13,
  inputs: [{ name: "image", shape: ["N", 3, 4, 4], type: "float32" }],
  outputs: [{ name: "scores", shape: ["N", 3], type: "float32" }],
  nodes: [
    { op: "GlobalAveragePool", inputs: ["image"], outputs: ["pooled"] },
    { op: "Flatten", inputs: ["pooled"], outputs: ["means"] },
    { op: "MatMul", inputs: ["means", "same"], outputs: ["scores"] },
  ],
  initializers: [{ name: "same", dims: [3, 3], data: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) }],
};
const expected = Array.from({ length: 40 }, (_, image) => (image * image + 1) % 3);

/** A flat image whose brightest channel is given; no two are the same. */
function pixelsOf(image: number): Uint8Array {
  return Uint8Array.from({ length: 48 }, (_, i) => (i % 3 === expected[image] ? 200 : 0) + image);
}

const test = sharedFolderTest.extend(
  "run",
  { scope: "file" },
  ({ folder }) =>
    async (model: string, ...more: string[]) => {
      await writeFile(join(folder, "classes.txt"), "red\ngreen\nblue\n");
      const [classes, predictions] = [join(folder, "classes.txt"), join(folder, "predictions.txt")];
      let out = "";
      const io = {
        stdin: (async function* () {})(),
        stdout: (text: string) => void (out += text),
        stderr: () => {},
      };
      const argv = [
        join(folder, model),
        "--classes",
        classes,
        "--predictions",
        predictions,
        "--device",
        "cpu",
        ...more,
      ];
      expect(await evaluate(argv, io)).toBe(0);
      const lines = await readFile(predictions, "utf8");
      return { counts: JSON.parse(out), predictions: lines.trim().split("\n").map(Number) };
    },
);

test("predictions are written in the order of the images, for one file and for two alike", async ({
  folder,
  run,
}) => {
  const bytes = Buffer.concat(expected.map((_, image) => pixelsOf(image)));
  await writeFile(join(folder, "images.npy"), writeNpy(bytes, [expected.length, 4, 4, 3]));
  await writeFile(join(folder, "labels.npy"), writeNpy(new Uint8Array(expected.length), [expected.length]));
  const two = writeTwoFiles(brightest, "two.onnx.data");
  await writeFile(join(folder, "one.onnx"), writeModel(brightest));
  await writeFile(join(folder, "two.onnx"), two.model);
  await writeFile(join(folder, "two.onnx.data"), two.data);
  const from = ["--images", join(folder, "images.npy"), "--labels", join(folder, "labels.npy")];
  for (const model of ["one.onnx", "two.onnx"]) {
    const { counts, predictions } = await run(model, ...from);
    expect(predictions).toEqual(expected);
    expect(counts).toMatchObject({ total: 40, top1: expected.filter((label) => label === 0).length });
  }
});

test("of a folder, the order is that of the paths", async ({ folder, run }) => {
  const names = ["blue", "green", "red"];
  for (const name of names) await mkdir(join(folder, "images", name), { recursive: true });
  for (const image of expected.keys()) {
    const raw = { width: 4, height: 4, channels: 3 as const };
    const path = join(folder, "images", names[Math.floor(image / 14)]!, `${100 + image}.png`);
    await sharp(pixelsOf(image), { raw }).png().toFile(path);
  }
  const { predictions } = await run("one.onnx", "--images", join(folder, "images"));
  expect(predictions).toEqual(expected);
});
