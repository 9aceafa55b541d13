import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeModel } from "@/server/onnx/write-model";
import { writeNpy } from "../integration/test-set-store/write-npy";
import { type Chance, chance } from "./chance";

const classes = 10;
const side = 8;
const pixels = 3 * side * side;
/** Images of each set. */
const sizes = { original: 240, hidden: 400, imported: 1500 };

/** The files of a set's images and of their classes. */
export interface Source {
  images: string;
  labels: string;
}

export interface Data {
  classesPath: string;
  /** By benchmark, for hidden images belong to one alone. */
  sets: Record<string, Record<"original" | "hidden", Source>>;
  /** To be imported meanwhile. */
  imports: Source[];
  /** Model files, each of an accuracy of its own. */
  models: string[];
  /** A file that inspection refuses. */
  broken: string;
}

/**
 * Writes two small test sets for each benchmark, larger ones to import, and linear models that know more or less of the classes' patterns. Noise
 * outweighs the patterns, so that no two images are alike.
 */
export async function makeData(
  folder: string,
  given: { seed: number; benchmarks: readonly string[]; models: number; imports: number },
): Promise<Data> {
  const { seed, benchmarks, models, imports } = given;
  await mkdir(folder, { recursive: true });
  const random = chance(seed, 1);
  const patterns = Array.from({ length: classes }, () => draw(pixels, () => random.fraction() - 0.5));
  const write = async (name: string, images: number): Promise<Source> => {
    const labels = Uint8Array.from({ length: images }, () => random.whole(classes));
    const pictures = drawImages(labels, patterns, random);
    return {
      images: await writeNpy(join(folder, `${name}.npy`), "|u1", [images, side, side, 3], pictures),
      labels: await writeNpy(join(folder, `${name}-labels.npy`), "|u1", [images], labels),
    };
  };
  const data: Data = {
    classesPath: join(folder, "classes.txt"),
    sets: {},
    imports: [],
    models: [],
    broken: join(folder, "broken.onnx"),
  };
  for (const benchmark of benchmarks)
    data.sets[benchmark] = {
      original: await write(`${benchmark}-original`, sizes.original),
      hidden: await write(`${benchmark}-hidden`, sizes.hidden),
    };
  for (let number = 0; number < imports; number += 1)
    data.imports.push(await write(`import-${number}`, sizes.imported));
  await writeFile(data.classesPath, Array.from({ length: classes }, (_, i) => `class ${i}\n`).join(""));
  for (let number = 0; number < models; number += 1) {
    const path = join(folder, `model-${number}.onnx`);
    await writeFile(path, linearModel(patterns, number / models, random));
    data.models.push(path);
  }
  await writeFile(data.broken, "this is no model");
  return data;
}

const draw = (length: number, one: () => number) => Float32Array.from({ length }, one);

/** uint8 [images, height, width, 3]. */
function drawImages(labels: Uint8Array, patterns: Float32Array[], random: Chance): Uint8Array {
  const bytes = new Uint8Array(labels.length * pixels);
  labels.forEach((label, image) => {
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      const value = 255 * random.fraction() + 40 * patterns[label]![pixel]!;
      bytes[image * pixels + pixel] = Math.min(255, Math.max(0, Math.round(value)));
    }
  });
  return bytes;
}

/** Knows the patterns from not at all (0) to nearly (1); a megabyte of other weights makes its upload worth cutting. */
function linearModel(patterns: Float32Array[], knows: number, random: Chance): Uint8Array {
  const weights = new Float32Array(pixels * classes);
  // The file's planes come one after the other, an image's colours side by side.
  for (let channel = 0; channel < 3; channel += 1) {
    for (let place = 0; place < side * side; place += 1) {
      for (let label = 0; label < classes; label += 1) {
        const own = knows * patterns[label]![place * 3 + channel]!;
        weights[(channel * side * side + place) * classes + label] =
          own + (1 - knows) * (random.fraction() - 0.5);
      }
    }
  }
  const ballast = draw(1 << 18, () => random.fraction());
  return writeModel({
    name: "linear",
    opset: 17,
    inputs: [{ name: "image", shape: ["N", 3, side, side], type: "float32" }],
    outputs: [{ name: "scores", shape: ["N", classes], type: "float32" }],
    initializers: [
      { name: "weights", dims: [pixels, classes], data: weights },
      { name: "ballast", dims: [ballast.length], data: ballast },
      { name: "nought", dims: [], data: Float32Array.of(0) },
    ],
    nodes: [
      { op: "Flatten", inputs: ["image"], outputs: ["flat"] },
      { op: "MatMul", inputs: ["flat", "weights"], outputs: ["sums"] },
      { op: "ReduceMean", inputs: ["ballast"], outputs: ["mean"], attributes: { keepdims: 0 } },
      { op: "Mul", inputs: ["mean", "nought"], outputs: ["nothing"] },
      { op: "Add", inputs: ["sums", "nothing"], outputs: ["scores"] },
    ],
  });
}
