import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = join(resolve(process.env.RUNG_TEST_DATA ?? "../shared/data"), "predictions");

/** For each model of the paper one byte an image, 1 = wrong, in the order of the file; null where the test data are absent. */
export function perImageOutcomes(name: "original" | "v4"): Uint8Array[] | null {
  const file = join(folder, `${name}.csv`);
  if (!existsSync(file)) return null;
  const [header, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const models = header!.split(",").length - 2;
  const wrong = Array.from({ length: models }, () => new Uint8Array(lines.length));
  for (const [image, line] of lines.entries()) {
    const [, label, ...predicted] = line.split(",");
    for (const [model, said] of predicted.entries()) wrong[model]![image] = said === label ? 0 : 1;
  }
  return wrong;
}

/** One bit an image in words of 32, of all images or of those named. */
export function packed(wrong: Uint8Array, images: ArrayLike<number> = Array.from(wrong.keys())): Uint32Array {
  const words = new Uint32Array(Math.ceil(images.length / 32));
  for (let i = 0; i < images.length; i++) words[i >> 5]! |= wrong[images[i]!]! << (i & 31);
  return words;
}

/** Share of right ones among packed answers. */
export function accuracyOf(words: Uint32Array, images: number): number {
  let wrong = 0;
  for (let word of words) for (; word !== 0; word &= word - 1) wrong += 1;
  return 1 - wrong / images;
}
