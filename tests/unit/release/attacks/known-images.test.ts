import { expect, test } from "vitest";
import { afterChange, changeOf, turnKnown } from "@/server/release/attacks/known-images";
import { bitsToText, countOnes, emptyBits } from "@/server/release/bit-vector";

const known = { torn: 2, all: 10, from: 7, wrong: 5 };

/** 7, 8, 9, 0 and 1 of the ring are wrong. */
function bits() {
  const wrong = emptyBits(12);
  turnKnown(wrong, { ...known, wrong: 0 }, { righted: 0, spoiled: 5 });
  return wrong;
}

test("churn spoils as many as it rights, beside what is gained", () => {
  expect(changeOf(known, 1, 4)).toEqual({ righted: 3, spoiled: 2 });
  expect(changeOf(known, -1, 4)).toEqual({ righted: 2, spoiled: 3 });
});

test("no more is churned than there are images for", () => {
  expect(changeOf(known, 3, 100)).toEqual({ righted: 5, spoiled: 2 });
  expect(changeOf(known, 99, 100)).toEqual({ righted: 5, spoiled: 0 });
  expect(changeOf({ torn: 2, all: 0, from: 0, wrong: 0 }, 5, 5)).toEqual({ righted: 0, spoiled: 0 });
});

test("a change goes round the ring, and made twice it is undone", () => {
  const wrong = bits();
  expect(bitsToText(wrong)).toBe("001100000111");
  const change = changeOf(known, 1, 4);
  turnKnown(wrong, known, change);
  expect(bitsToText(wrong)).toBe("001111000000");
  expect(countOnes(wrong)).toBe(afterChange(known, change).wrong);
  expect(afterChange(known, change)).toEqual({ torn: 2, all: 10, from: 0, wrong: 4 });
  turnKnown(wrong, known, change);
  expect(bitsToText(wrong)).toBe("001100000111");
});
