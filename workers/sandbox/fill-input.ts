import { greyOfPixel } from "./grey-of-pixel";
import { toHalf } from "./half-float";

export type InputData = Float32Array | Uint16Array | Uint8Array;
export type InputType = "float32" | "float16" | "uint8";

interface Geometry {
  height: number;
  width: number;
  layout: "NCHW" | "NHWC";
  channel_order?: "RGB" | "BGR";
  /** As `std`, one for each channel; one alone for grey. */
  mean: readonly number[];
  std: readonly number[];
}

/**
 * Returns a function that writes images of raw RGB bytes into a model's input as `(value / 255 - mean) / std`, using a table of
 * the 256 values of each channel; a uint8 input gets the bytes unchanged. The model's channels are in its own order (RGB
 * where nothing is said), as `mean` and `std` are; with one mean the input is grey.
 */
export function fillInput(geometry: Geometry, type: InputType) {
  return geometry.mean.length === 1 ? fillGrey(geometry, type) : fillColour(geometry, type);
}

function fillGrey({ height, width, mean, std }: Geometry, type: InputType) {
  const area = height * width;
  const table = tableOf(mean[0]!, std[0]!, type);
  return (pixels: Uint8Array, images: number, input: InputData): void => {
    for (let i = 0; i < images * area; i += 1)
      input[i] = table[greyOfPixel(pixels[3 * i]!, pixels[3 * i + 1]!, pixels[3 * i + 2]!)]!;
  };
}

function fillColour({ height, width, layout, channel_order, mean, std }: Geometry, type: InputType) {
  const area = height * width;
  const [from0, from1, from2] = (channel_order === "BGR" ? [2, 1, 0] : [0, 1, 2]) as [number, number, number];
  const [first, second, third] = [0, 1, 2].map((c) => tableOf(mean[c]!, std[c]!, type)) as [
    InputData,
    InputData,
    InputData,
  ];

  return (pixels: Uint8Array, images: number, input: InputData): void => {
    for (let image = 0; image < images; image += 1) {
      const start = image * area * 3;
      const end = start + area * 3;
      if (layout === "NHWC") {
        for (let i = start; i < end; i += 3) {
          input[i] = first[pixels[i + from0]!]!;
          input[i + 1] = second[pixels[i + from1]!]!;
          input[i + 2] = third[pixels[i + from2]!]!;
        }
      } else {
        for (let i = start, at = start; i < end; i += 3, at += 1) {
          input[at] = first[pixels[i + from0]!]!;
          input[at + area] = second[pixels[i + from1]!]!;
          input[at + 2 * area] = third[pixels[i + from2]!]!;
        }
      }
    }
  };
}

/** Room for `length` elements of a type. */
export function emptyInput(type: InputType, length: number): InputData {
  if (type === "float32") return new Float32Array(length);
  return type === "float16" ? new Uint16Array(length) : new Uint8Array(length);
}

function tableOf(mean: number, std: number, type: InputType): InputData {
  const table = emptyInput(type, 256);
  for (let value = 0; value < 256; value += 1) {
    const scaled = (value / 255 - mean) / std;
    table[value] = type === "uint8" ? value : type === "float16" ? toHalf(scaled) : scaled;
  }
  return table;
}
