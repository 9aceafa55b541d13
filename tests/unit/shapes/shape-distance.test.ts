import { expect, test } from "vitest";
import { shapeDistance } from "@/server/shapes/shape-distance";
import { type ShapesClass, shapesClasses } from "@/server/shapes/shapes-classes";

function areaInside(shape: ShapesClass): number {
  const cells = 600;
  let inside = 0;
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) {
      if (shapeDistance(shape, (2.4 * (i + 0.5)) / cells - 1.2, (2.4 * (j + 0.5)) / cells - 1.2) < 0)
        inside++;
    }
  }
  return (inside * 2.4 ** 2) / cells ** 2;
}

test.each([
  ["circle", Math.PI * 0.85 ** 2],
  ["square", 1.56 ** 2],
  ["triangle", (3 * Math.sqrt(3)) / 4],
  ["star", 5 * 0.42 * Math.sin(Math.PI / 5)],
  ["cross", 4 * 0.6 * 0.65 + 0.6 ** 2],
  ["ring", Math.PI * (0.9 ** 2 - 0.5 ** 2)],
  ["arrow", 0.4 * 1.05 + 0.7 * 0.9],
] as const)("the %s has the area that geometry gives it", (shape, area) => {
  expect(Math.abs(areaInside(shape) - area)).toBeLessThan(0.01);
});

test("outside a shape the distance is the one to its nearest point", () => {
  expect(shapeDistance("square", 2, 0)).toBeCloseTo(1.22, 12);
  expect(shapeDistance("square", 1.78, 1.78)).toBeCloseTo(Math.SQRT2, 12);
  expect(shapeDistance("triangle", 0, 3)).toBeCloseTo(2, 12);
  expect(shapeDistance("ring", 0, 0)).toBeCloseTo(0.5, 12);
});

test("every shape stays in a disc a tenth larger than the unit disc and has something inside", () => {
  for (const shape of shapesClasses) {
    for (let i = 0; i < 90; i++) {
      const angle = (i * Math.PI) / 45;
      expect(shapeDistance(shape, 1.12 * Math.cos(angle), 1.12 * Math.sin(angle)), shape).toBeGreaterThan(0);
    }
    expect(areaInside(shape), shape).toBeGreaterThan(0.5);
  }
});
