import { expect, test } from "vitest";
import { percent, percentInterval, points, pointsInterval } from "@/app/_components/numbers/percent";

test("a fraction is shown in percent with one decimal, as the paper's table 1 prints it", () => {
  expect(percent(41_429 / 50_000)).toBe("82.9");
  expect(percentInterval({ lower: 0.82524, upper: 0.83187 })).toBe("[82.5, 83.2]");
});

test("a difference carries its sign, a drop a real minus", () => {
  expect(points(0.054)).toBe("+5.4");
  expect(points(-0.1187)).toBe("−11.9");
  expect(pointsInterval({ lower: -0.004, upper: 0.014 })).toBe("[−0.4, +1.4]");
});

test("a difference that rounds to nothing has no sign", () => {
  expect(points(0.0004)).toBe("0.0");
  expect(points(-0.0004)).toBe("0.0");
});
