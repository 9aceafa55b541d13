import { expect, test } from "vitest";
import { sameBits } from "@/workers/model-run/same-bits";

test("scores agree in every bit or not at all; a NaN agrees with itself, and the zeros differ", () => {
  expect(sameBits(Float32Array.of(1, Number.NaN), Float32Array.of(1, Number.NaN))).toBe(true);
  expect(sameBits(Float32Array.of(0), Float32Array.of(-0))).toBe(false);
  expect(sameBits(Float32Array.of(1), Float32Array.of(1 + 2 ** -23))).toBe(false);
  expect(sameBits(Float32Array.of(1), Float32Array.of(1, 2))).toBe(false);
});
