import { expect, test } from "vitest";
import { addProducts } from "@/server/shapes/add-products";

const numbers = (count: number, step: number) =>
  Float64Array.from({ length: count }, (_, i) => ((i * step) % 17) - 8);

test("adds every inner product of the rows and columns asked for, and touches no other", () => {
  const [left, right, depth] = [numbers(100 * 7, 5), numbers(60 * 7, 3), 6];
  const out = new Float64Array(100 * 60).fill(1);
  addProducts({ left, right, stride: 7, depth, out, outStride: 60, rows: [4, 100], columns: [2, 58] });
  for (let i = 0; i < 100; i++) {
    for (let j = 0; j < 60; j++) {
      let expected = 1;
      if (i >= 4 && j >= 2 && j < 58)
        for (let k = 0; k < depth; k++) expected += left[i * 7 + k]! * right[j * 7 + k]!;
      expect(out[i * 60 + j]).toBe(expected);
    }
  }
});

test("refuses rows that do not come in fours", () => {
  const nothing = new Float64Array(64);
  const rest = { left: nothing, right: nothing, stride: 8, depth: 8, out: nothing, outStride: 8 };
  expect(() => addProducts({ ...rest, rows: [0, 6], columns: [0, 8] })).toThrow(RangeError);
});
