import { expect, test } from "vitest";
import { inputGeometry } from "@/server/evaluation/input-geometry";
import { placeImage } from "@/server/evaluation/place-image";
import { preprocessingSchema } from "@/server/evaluation/preprocessing";

function place(width: number, height: number, declared: object) {
  return placeImage({ geometry: inputGeometry(preprocessingSchema.parse(declared)), width, height });
}

test("a 224 crop of 87.5 % resizes the shorter side to 256 and cuts the centre", () => {
  expect(place(500, 375, { input_size: [3, 224, 224], crop_pct: 0.875 })).toEqual({
    resizedWidth: 341,
    resizedHeight: 256,
    left: 58,
    top: 16,
  });
});

test("a crop offset that ends in a half goes to the even pixel, as in torchvision", () => {
  expect(place(37, 32, {}).left).toBe(2);
  expect(place(39, 32, {}).left).toBe(4);
});

test("squash resizes both sides, border fits the longer side and pads around the other", () => {
  expect(place(64, 48, { crop_mode: "squash" })).toEqual({
    resizedWidth: 32,
    resizedHeight: 32,
    left: 0,
    top: 0,
  });
  expect(place(64, 48, { crop_mode: "border" })).toEqual({
    resizedWidth: 32,
    resizedHeight: 24,
    left: 0,
    top: -4,
  });
});
