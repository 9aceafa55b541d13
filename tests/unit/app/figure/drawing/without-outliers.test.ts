import { expect, test } from "vitest";
import { withoutOutliers } from "@/app/_components/figure/drawing/without-outliers";

test("one far point among many does not stretch the axes; among few it does", () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ x: 0.7 + i / 200, y: 0.6 + i / 200 }));
  const far = { x: 0.2, y: 0.62 };
  expect(withoutOutliers([...many, far], "linear")).toEqual(many);
  expect(withoutOutliers([...many.slice(0, 8), far], "linear")).toContain(far);
});
