import { expect, test } from "vitest";
import { count, counted, shortCount } from "@/app/_components/numbers/count";
import { pValue } from "@/app/_components/numbers/p-value";

test("thousands stand apart, and one of a thing is not many", () => {
  expect(count(50_000)).toBe("50,000");
  expect(counted(1, "entry", "entries")).toBe("1 entry");
  expect(counted(0, "entry", "entries")).toBe("0 entries");
});

test("large counts take the usual short form", () => {
  expect(shortCount(748)).toBe("748");
  expect(shortCount(25_557_032)).toBe("25.6 M");
});

test("a p-value is never said to be zero", () => {
  expect(pValue(0)).toBe("p < 0.001");
  expect(pValue(0.0042)).toBe("p = 0.004");
  expect(pValue(0.049)).toBe("p = 0.05");
});
