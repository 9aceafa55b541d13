import type { InputGeometry } from "../../evaluation/input-geometry";
import { type RgbPicture, resamplePixels } from "../../evaluation/resample-pixels";

/** Height and width of a miniature in pixels, and what it takes: three planes of one byte a pixel. */
export const miniatureSide = 16;
export const miniatureBytes = miniatureSide ** 2 * 3;

/** What the planes of colour are where there is none. */
export const noColour = 128;

const geometry: InputGeometry = {
  height: miniatureSide,
  width: miniatureSide,
  interpolation: "bilinear",
  cropPct: 1,
  cropMode: "squash",
  fill: [0, 0, 0],
};

/** A picture squeezed into 16 x 16 pixels: a plane of luma and two of colour differences, as JPEG has them (ITU-R BT.601). */
export function miniature(picture: RgbPicture): Uint8Array {
  const pixels = resamplePixels(picture, geometry);
  const planes = new Uint8ClampedArray(miniatureBytes);
  const size = miniatureSide ** 2;
  for (let i = 0; i < size; i++) {
    const [red, green, blue] = [pixels[i * 3]!, pixels[i * 3 + 1]!, pixels[i * 3 + 2]!];
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes[i] = luma;
    planes[size + i] = noColour + 0.564 * (blue - luma);
    planes[2 * size + i] = noColour + 0.713 * (red - luma);
  }
  return new Uint8Array(planes.buffer);
}
