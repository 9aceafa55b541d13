import { expect, test } from "vitest";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";

function complaint(declared: object) {
  return preprocessingSchema
    .safeParse(declared)
    .error?.issues.map(({ message }) => message)
    .join("; ");
}

test("an empty declaration means CIFAR-sized pixels between 0 and 1", () => {
  expect(preprocessingSchema.parse({})).toEqual({
    input_size: [3, 32, 32],
    interpolation: "bicubic",
    crop_pct: 1,
    crop_mode: "center",
    channel_order: "RGB",
    mean: [0, 0, 0],
    std: [1, 1, 1],
    layout: null,
  });
});

test.each([
  ["a percent for a fraction", { crop_pct: 87.5 }, /write 0.875, not 87.5/],
  ["a mean on the scale of bytes", { mean: [123.7, 116.3, 103.5] }, /divide values of 0 to 255 by 255/],
  ["a std of zero", { std: [0.2, 0, 0.2] }, /greater than 0/],
  ["an infinite std", { std: [Number.POSITIVE_INFINITY, 1, 1] }, /finite/],
  ["a std of two numbers", { std: [0.5, 0.5] }, /three numbers/],
  ["an input of 2000 pixels", { input_size: [3, 2000, 32] }, /height.* 1 to 1024/],
  ["an input of four channels", { input_size: [4, 28, 28] }, /3 channels/],
  ["an unknown interpolation", { interpolation: "cubic" }, /nearest, bilinear, bicubic/],
  ["an unknown layout", { layout: "CHW" }, /NCHW or NHWC/],
  ["a misspelt name", { crop_percent: 1 }, /crop_percent/],
])("refuses %s in words", (_, declared, words) => {
  expect(complaint(declared)).toMatch(words);
});
