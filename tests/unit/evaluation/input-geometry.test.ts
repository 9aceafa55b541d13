import { expect, test } from "vitest";
import { inputGeometry, inputGeometryKey } from "@/server/evaluation/input-geometry";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";

function key(declared: object) {
  return inputGeometryKey(inputGeometry(preprocessingSchema.parse(declared)));
}

test("mean, std and layout do not change which pixels are read", () => {
  expect(key({ mean: [0.5, 0.5, 0.5], std: [0.2, 0.2, 0.2], layout: "NHWC" })).toBe(key({}));
});

test("size, interpolation, crop and the border's colour do", () => {
  const keys = [
    {},
    { input_size: [3, 32, 33] },
    { interpolation: "bilinear" },
    { crop_pct: 0.9 },
    { crop_mode: "squash" },
    { crop_mode: "border" },
    { crop_mode: "border", mean: [0.5, 0.5, 0.5] },
  ].map(key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a border has the mean colour, a half rounded to even as in Python", () => {
  const preprocessing = preprocessingSchema.parse({ crop_mode: "border", mean: [0.3, 0.485, 1] });
  expect(inputGeometry(preprocessing).fill).toEqual([76, 124, 255]);
  expect(inputGeometry({ ...preprocessing, channel_order: "BGR" }).fill).toEqual([255, 124, 76]);
});
