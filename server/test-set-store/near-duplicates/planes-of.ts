import { miniatureSide } from "./miniature";

/** Luma and the two differences of colour (ITU-R BT.601, full range) of a miniature, each 32 x 32. */
export type Planes = readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];

export function planesOf(miniature: Uint8Array): Planes {
  const size = miniatureSide ** 2;
  const planes = [new Float32Array(size), new Float32Array(size), new Float32Array(size)] as const;
  for (let i = 0; i < size; i++) {
    const [red, green, blue] = [miniature[i * 3]!, miniature[i * 3 + 1]!, miniature[i * 3 + 2]!];
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes[0][i] = luma;
    planes[1][i] = 0.564 * (blue - luma);
    planes[2][i] = 0.713 * (red - luma);
  }
  return planes;
}
