import { expect, test } from "vitest";
import { scoresOfOutput, WrongOutput } from "@/workers/sandbox/scores-of-output";

const floats = Float32Array.of(1, 2, 3, 4, 5, 6);

test("an output with a batch axis, without one, or with axes of length 1 gives the same scores", () => {
  for (const dims of [[1, 6], [6], [1, 6, 1, 1], [1, 1, 1, 6]]) {
    expect(
      scoresOfOutput({ type: "float32", dims, data: floats }, { rows: 1, classes: 6, sigmoid: false }),
    ).toEqual(floats);
  }
  expect(
    scoresOfOutput({ type: "float32", dims: [2, 3], data: floats }, { rows: 2, classes: 3, sigmoid: false }),
  ).toEqual(floats);
});

test("another number of classes, another batch and transposed scores are refused", () => {
  for (const dims of [[6], [3, 2], [2, 2]]) {
    expect(() =>
      scoresOfOutput({ type: "float32", dims, data: floats }, { rows: 2, classes: 3, sigmoid: false }),
    ).toThrow(WrongOutput);
  }
});

test("scores of other number types are read as numbers", () => {
  const dims = [1, 2];
  expect(
    scoresOfOutput(
      { type: "int64", dims, data: BigInt64Array.of(-5n, 7n) },
      { rows: 1, classes: 2, sigmoid: false },
    ),
  ).toEqual(Float32Array.of(-5, 7));
  expect(
    scoresOfOutput(
      { type: "int8", dims, data: Int8Array.of(-5, 7) },
      { rows: 1, classes: 2, sigmoid: false },
    ),
  ).toEqual(Float32Array.of(-5, 7));
  const halves = Uint16Array.of(0x3c00, 0xc000);
  expect(
    scoresOfOutput({ type: "float16", dims, data: halves }, { rows: 1, classes: 2, sigmoid: false }),
  ).toEqual(Float32Array.of(1, -2));
  expect(() =>
    scoresOfOutput({ type: "string", dims, data: ["a", "b"] }, { rows: 1, classes: 2, sigmoid: false }),
  ).toThrow(WrongOutput);
});

test("one score that is a sigmoid stands for two classes, in any shape; without the sigmoid it is refused", () => {
  const data = Float32Array.of(0.25, 1);
  for (const dims of [[2, 1], [2], [2, 1, 1, 1]]) {
    const output = { type: "float32", dims, data };
    const scores = scoresOfOutput(output, { rows: 2, classes: 2, sigmoid: true });
    expect(scores).toEqual(Float32Array.of(0.75, 0.25, 0, 1));
    expect(() => scoresOfOutput(output, { rows: 2, classes: 2, sigmoid: false })).toThrow(WrongOutput);
    expect(() => scoresOfOutput(output, { rows: 2, classes: 3, sigmoid: true })).toThrow(WrongOutput);
  }
});

test("both scores of a model that ends in a sigmoid are taken as they are", () => {
  const output = { type: "float32", dims: [1, 2], data: Float32Array.of(0.9, 0.8) };
  expect(scoresOfOutput(output, { rows: 1, classes: 2, sigmoid: true })).toEqual(output.data);
});
