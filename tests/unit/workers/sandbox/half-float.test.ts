import { expect, test } from "vitest";
import { fromHalf, toHalf } from "@/workers/sandbox/half-float";

test("numbers become the binary16 bits that IEEE 754 gives them", () => {
  const known: [number, number][] = [
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [1 / 3, 0x3555],
    [0.1, 0x2e66],
    [65504, 0x7bff],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [Number.POSITIVE_INFINITY, 0x7c00],
  ];
  for (const [value, half] of known) expect([value, toHalf(value)]).toEqual([value, half]);
});

test("a value halfway between two halves goes to the even one", () => {
  expect(fromHalf(toHalf(2049))).toBe(2048);
  expect(fromHalf(toHalf(2051))).toBe(2052);
  expect(toHalf(2 ** -25)).toBe(0);
  expect(toHalf(1.5 * 2 ** -24)).toBe(2);
  expect(toHalf(65520)).toBe(0x7c00);
  expect(toHalf(65519)).toBe(0x7bff);
});

test("every finite half survives the way there and back, and NaN stays NaN", () => {
  for (let half = 0; half < 0x10000; half += 1) {
    if ((half & 0x7c00) === 0x7c00) continue;
    if (toHalf(fromHalf(half)) !== half) expect.fail(`0x${half.toString(16)}`);
  }
  expect(fromHalf(toHalf(Number.NaN))).toBeNaN();
});
