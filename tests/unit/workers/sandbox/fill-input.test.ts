import { expect, test } from "vitest";
import { fillInput } from "@/workers/sandbox/fill-input";
import { toHalf } from "@/workers/sandbox/half-float";

const mean = [0.4914, 0.4822, 0.4465];
const std = [0.2471, 0.2435, 0.2616];
const geometry = { height: 2, width: 3, mean, std };
const pixels = Uint8Array.from({ length: 2 * 2 * 3 * 3 }, (_, i) => (i * 37) % 256);
const scaled = (value: number, channel: number) =>
  Math.fround((value / 255 - mean[channel]!) / std[channel]!);

test("NHWC keeps the order of the bytes, each scaled by its channel", () => {
  const input = new Float32Array(pixels.length);
  fillInput({ ...geometry, layout: "NHWC" }, "float32")(pixels, 2, input);
  expect([...input]).toEqual([...pixels].map((value, i) => scaled(value, i % 3)));
});

test("NCHW puts each image's channels one after the other", () => {
  const input = new Float32Array(pixels.length);
  fillInput({ ...geometry, layout: "NCHW" }, "float32")(pixels, 2, input);
  for (let image = 0; image < 2; image += 1)
    for (let channel = 0; channel < 3; channel += 1)
      for (let place = 0; place < 6; place += 1) {
        const value = pixels[image * 18 + place * 3 + channel]!;
        expect(input[image * 18 + channel * 6 + place]).toBe(scaled(value, channel));
      }
});

test("a uint8 input gets the bytes untouched, whatever mean and std say", () => {
  const input = new Uint8Array(pixels.length);
  fillInput({ ...geometry, layout: "NHWC" }, "uint8")(pixels, 2, input);
  expect(input).toEqual(pixels);
});

test("a float16 input gets the scaled values as halves", () => {
  const input = new Uint16Array(pixels.length);
  fillInput({ ...geometry, layout: "NHWC" }, "float16")(pixels, 2, input);
  expect([...input]).toEqual(
    [...pixels].map((value, i) => toHalf((value / 255 - mean[i % 3]!) / std[i % 3]!)),
  );
});

test("with one mean the input is grey as Pillow's L has it, scaled, whatever the layout", () => {
  // Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0)), Pillow 13.
  const known = [
    [[255, 0, 0], 76],
    [[0, 255, 0], 150],
    [[0, 0, 255], 29],
    [[12, 200, 99], 132],
    [[255, 255, 255], 255],
  ] as const;
  const colours = Uint8Array.from(known.flatMap(([colour]) => [...colour]));
  for (const layout of ["NCHW", "NHWC"] as const) {
    const grey = { height: 1, width: 1, layout, mean: [0.5], std: [0.25] };
    const input = new Float32Array(known.length);
    fillInput(grey, "float32")(colours, known.length, input);
    expect([...input]).toEqual(known.map(([, value]) => Math.fround((value / 255 - 0.5) / 0.25)));
    const bytes = new Uint8Array(known.length);
    fillInput(grey, "uint8")(colours, known.length, bytes);
    expect([...bytes]).toEqual(known.map(([, value]) => value));
  }
});

test("a BGR model gets blue first, and the first numbers of mean and std are those of blue", () => {
  const forward = new Float32Array(pixels.length);
  const reversed = new Float32Array(pixels.length);
  const caffe = { ...geometry, mean: mean.toReversed(), std: std.toReversed(), layout: "NHWC" } as const;
  fillInput({ ...geometry, layout: "NHWC" }, "float32")(pixels, 2, forward);
  fillInput({ ...caffe, channel_order: "BGR" }, "float32")(pixels, 2, reversed);
  for (let i = 0; i < pixels.length; i += 3)
    expect([...reversed.subarray(i, i + 3)]).toEqual([...forward.subarray(i, i + 3)].toReversed());
});

test("Keras' caffe mode is BGR less ImageNet's mean in bytes, without scaling", () => {
  const input = new Float32Array(3);
  const less = [103.939, 116.779, 123.68];
  const declared = { mean: less.map((value) => value / 255), std: [1 / 255, 1 / 255, 1 / 255] };
  fillInput({ height: 1, width: 1, layout: "NCHW", channel_order: "BGR", ...declared }, "float32")(
    Uint8Array.of(10, 20, 30),
    1,
    input,
  );
  [30 - 103.939, 20 - 116.779, 10 - 123.68].forEach((value, i) => expect(input[i]).toBeCloseTo(value, 4));
});

test("a uint8 input gets its bytes in the model's order", () => {
  const input = new Uint8Array(3);
  fillInput({ ...geometry, height: 1, width: 1, layout: "NHWC", channel_order: "BGR" }, "uint8")(
    Uint8Array.of(1, 2, 3),
    1,
    input,
  );
  expect([...input]).toEqual([3, 2, 1]);
});
