import type { InputGeometry } from "./input-geometry";
import { roundHalfToEven } from "./round-half-to-even";

/**
 * Where an image goes: it is resized to `resizedWidth` x `resizedHeight`, then the window whose corner is (`left`, `top`) in
 * that resized image is cut out. A negative corner means padding. All in pixels.
 */
export interface ImagePlacement {
  resizedWidth: number;
  resizedHeight: number;
  left: number;
  top: number;
}

/**
 * The resize and crop rectangles of an image of `width` x `height` pixels, as in timm's evaluation transform, which uses
 * torchvision's `Resize` and `CenterCrop`: halves round to even, as in Python. (timm ignores the declared interpolation for a
 * centre crop that is not square; here it is used.)
 */
export function placeImage(input: {
  geometry: InputGeometry;
  width: number;
  height: number;
}): ImagePlacement {
  const { geometry } = input;
  const [resizedWidth, resizedHeight] = resizedSize(input);
  return {
    resizedWidth,
    resizedHeight,
    left: windowStart(resizedWidth, geometry.width),
    top: windowStart(resizedHeight, geometry.height),
  };
}

function resizedSize(input: { geometry: InputGeometry; width: number; height: number }): [number, number] {
  const { geometry, width, height } = input;
  const targetWidth = Math.floor(geometry.width / geometry.cropPct);
  const targetHeight = Math.floor(geometry.height / geometry.cropPct);
  if (geometry.cropMode === "squash") return [targetWidth, targetHeight];
  if (geometry.cropMode === "border") {
    const ratio = Math.max(height / targetHeight, width / targetWidth);
    return [Math.max(1, roundHalfToEven(width / ratio)), Math.max(1, roundHalfToEven(height / ratio))];
  }
  if (targetWidth !== targetHeight) {
    const ratio = Math.min(height / targetHeight, width / targetWidth);
    return [roundHalfToEven(width / ratio), roundHalfToEven(height / ratio)];
  }
  return width <= height
    ? [targetWidth, Math.trunc((targetWidth * height) / width)]
    : [Math.trunc((targetHeight * width) / height), targetHeight];
}

// Padding puts an odd pixel on the far side, cropping rounds half to even: both as in torchvision.
function windowStart(resized: number, window: number): number {
  return resized < window ? -Math.floor((window - resized) / 2) : roundHalfToEven((resized - window) / 2);
}
