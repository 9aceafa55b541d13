import { expect, test } from "vitest";
import { scoresOfOutput, WrongOutput } from "@/workers/sandbox/scores-of-output";

const floats = Float32Array.of(1, 2, 3, 4, 5, 6);

test("an output with a batch axis, without one, or with axes of length 1 gives the same scores", () => {
  for (const dims of [[1, 6], [6], [1, 6, 1, 1], [1, 1, 1, 6]]) {
    expect(scoresOfOutput({ type: "float32", dims, data: floats }, 1, 6)).toEqual(floats);
  }
  expect(scoresOfOutput({ type: "float32", dims: [2, 3], data: floats }, 2, 3)).toEqual(floats);
});

test("another number of classes, another batch and transposed scores are refused", () => {
  for (const dims of [[6], [3, 2], [2, 2]]) {
    expect(() => scoresOfOutput({ type: "float32", dims, data: floats }, 2, 3)).toThrow(WrongOutput);
  }
});

test("scores of other number types are read as numbers", () => {
  const dims = [1, 2];
  expect(scoresOfOutput({ type: "int64", dims, data: BigInt64Array.of(-5n, 7n) }, 1, 2)).toEqual(
    Float32Array.of(-5, 7),
  );
  expect(scoresOfOutput({ type: "int8", dims, data: Int8Array.of(-5, 7) }, 1, 2)).toEqual(
    Float32Array.of(-5, 7),
  );
  const halves = Uint16Array.of(0x3c00, 0xc000);
  expect(scoresOfOutput({ type: "float16", dims, data: halves }, 1, 2)).toEqual(Float32Array.of(1, -2));
  expect(() => scoresOfOutput({ type: "string", dims, data: ["a", "b"] }, 1, 2)).toThrow(WrongOutput);
});
