import type { Preprocessing } from "./preprocessing";
import { roundHalfToEven } from "./round-half-to-even";

/**
 * Exactly those parts of a preprocessing that decide which pixels reach a model: models with the same geometry share one shard.
 * Height and width in pixels, `cropPct` a fraction, `fill` the colour (0 to 255) outside the image.
 */
export interface InputGeometry {
  height: number;
  width: number;
  interpolation: Preprocessing["interpolation"];
  cropPct: number;
  cropMode: Preprocessing["crop_mode"];
  fill: [number, number, number];
}

/** A preprocessing's geometry. timm fills a border with the mean colour and every other gap with black. */
export function inputGeometry(preprocessing: Preprocessing): InputGeometry {
  const [, height, width] = preprocessing.input_size;
  const { mean, channel_order } = preprocessing;
  const [red = 0, green = red, blue = red] = channel_order === "BGR" ? mean.toReversed() : mean;
  return {
    height,
    width,
    interpolation: preprocessing.interpolation,
    cropPct: preprocessing.crop_pct,
    cropMode: preprocessing.crop_mode,
    fill: preprocessing.crop_mode === "border" ? [byte(red), byte(green), byte(blue)] : [0, 0, 0],
  };
}

function byte(fraction: number): number {
  return Math.min(255, Math.max(0, roundHalfToEven(255 * fraction)));
}

/** A name for a geometry, the same only for equal geometries; made of letters, digits, `.` and `-`. */
export function inputGeometryKey(geometry: InputGeometry): string {
  const { height, width, interpolation, cropPct, cropMode, fill } = geometry;
  return `${height}x${width}-${interpolation}-${cropMode}-${cropPct}-${fill.join("-")}`;
}
