import { side } from "./canvas";
import { drawImage } from "./draw-image";
import { type ShapesClass, shapesClasses } from "./shapes-classes";

/** Shapes drawn: pixels uint8 `[images, 32, 32, 3]` and a class index for each image. */
export type DrawnShapes = { pixels: Uint8Array; labels: Uint16Array };

/**
 * Draws images with labels uniform over the ten classes; the smaller `skew`, the harder the images. The same `random` gives the
 * same images.
 */
export function drawShapes(random: () => number, skew: number, images: number): DrawnShapes {
  const size = side * side * 3;
  const pixels = new Uint8Array(images * size);
  const labels = new Uint16Array(images);
  for (let i = 0; i < images; i++) {
    const label = Math.floor(random() * shapesClasses.length);
    labels[i] = label;
    pixels.set(drawImage(shapesClasses[label] as ShapesClass, skew, random), i * size);
  }
  return { pixels, labels };
}
