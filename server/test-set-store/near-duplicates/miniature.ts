import type { InputGeometry } from "../../evaluation/input-geometry";
import { type RgbPicture, resamplePixels } from "../../evaluation/resample-pixels";

/** Height and width of a miniature in pixels. */
export const miniatureSide = 32;
export const miniatureBytes = miniatureSide ** 2 * 3;

const geometry: InputGeometry = {
  height: miniatureSide,
  width: miniatureSide,
  interpolation: "bilinear",
  cropPct: 1,
  cropMode: "squash",
  fill: [0, 0, 0],
};

/** A picture squeezed into 32 x 32 pixels (red, green, blue bytes), in which near-duplicates are looked for. */
export function miniature(picture: RgbPicture): Uint8Array {
  return resamplePixels(picture, geometry);
}
