import * as fc from "fast-check";
import { expect, test } from "vitest";
import { bitsFromBytes, bitsFromText, bitsToText, countOnes, countOnlyIn } from "@/server/release/bit-vector";

const bits = (length: number) =>
  fc.array(fc.constantFrom("0", "1"), { minLength: length, maxLength: length }).map((list) => list.join(""));
const pair = fc.integer({ min: 1, max: 70 }).chain((length) => fc.tuple(bits(length), bits(length)));

test("text survives the way into bits and back, through stored bytes too", () => {
  fc.assert(
    fc.property(pair, ([text]) => {
      const vector = bitsFromText(text)!;
      expect(bitsToText(bitsFromBytes(vector.bytes, text.length))).toBe(text);
    }),
  );
});

test("counts agree with counting digit by digit", () => {
  fc.assert(
    fc.property(pair, ([first, second]) => {
      const one = [...first].filter((digit) => digit === "1").length;
      const only = [...first].filter((digit, i) => digit === "1" && second[i] === "0").length;
      expect(countOnes(bitsFromText(first)!)).toBe(one);
      expect(countOnlyIn(bitsFromText(first)!, bitsFromText(second)!)).toBe(only);
    }),
  );
});

test("bytes that do not fit are refused", () => {
  expect(() => bitsFromBytes(new Uint8Array(2), 17)).toThrow(RangeError);
  expect(() => bitsFromBytes(Uint8Array.of(0b1000), 3)).toThrow(RangeError);
  expect(bitsFromText("")).toBeNull();
  expect(bitsFromText("012")).toBeNull();
});
