import { drawImageFile } from "./draw-images";
import type { TarEntry } from "./write-tar";

/** Six images of the classes airplane, cat and dog, in the folder `top`. */
export async function drawSixImages(top = ""): Promise<TarEntry[]> {
  const names = ["dog/2.png", "cat/1.png", "cat/0.png", "dog/0.png", "airplane/9.png", "dog/1.png"];
  return Promise.all(
    names.map(async (name, i) => ({ name: `${top}${name}`, content: await drawImageFile(i) })),
  );
}
