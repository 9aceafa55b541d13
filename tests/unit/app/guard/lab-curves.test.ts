import { array, assert, double, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { biasFrame } from "@/app/guard/_lab/figure/bias-frame";
import { biasLayout } from "@/app/guard/_lab/figure/bias-layout";
import { curvePaths } from "@/app/guard/_lab/figure/curve-paths";
import { dodge } from "@/app/guard/_lab/figure/dodge";
import { drawBias } from "@/app/guard/_lab/figure/draw-bias";

const frame = { width: 600, height: 400, left: 50, right: 450, top: 10, bottom: 350 };
const bias = [
  { submissions: 10, mean: 0.02, sd: 0.01 },
  { submissions: 100, mean: 0.09, sd: 0.005 },
];
const curves = [{ key: "exact", name: "Exact", bias }];

test("no submissions lie at the left edge, all of them at the right, every band inside the frame, and the axis of bias ends at ticks", () => {
  const { x, y, ticks } = biasLayout(curves, 100, frame);
  expect([x(0), x(100)]).toEqual([50, 450]);
  expect(ticks.y).toContain(0);
  assert(
    property(
      double({ min: -0.5, max: 0.5, noNaN: true }),
      double({ min: 0, max: 0.3, noNaN: true }),
      (mean, sd) => {
        const layout = biasLayout([{ ...curves[0]!, bias: [{ submissions: 100, mean, sd }] }], 100, frame);
        expect(layout.y(layout.ticks.y[0]!)).toBeCloseTo(frame.bottom, 6);
        expect(layout.y(layout.ticks.y.at(-1)!)).toBeCloseTo(frame.top, 6);
        for (const edge of [mean - sd, mean + sd]) {
          expect(layout.y(100 * edge)).toBeGreaterThanOrEqual(frame.top - 1e-6);
          expect(layout.y(100 * edge)).toBeLessThanOrEqual(frame.bottom + 1e-6);
        }
      },
    ),
  );
  expect(y(0)).toBe(frame.bottom);
});

test("a curve starts where nothing is submitted and nothing gained, and its band closes", () => {
  const layout = { ...biasLayout(curves, 100, frame), x: (k: number) => k, y: (points: number) => -points };
  expect(curvePaths(bias, layout)).toEqual({
    line: "M0,0L10,-2L100,-9",
    band: "M0,0L10,-3L100,-9.5L100,-8.5L10,-1L0,0Z",
  });
});

test("labels are moved apart, in order, within their room", () => {
  const room = { gap: 16, low: 10, high: 350 };
  assert(
    property(array(integer({ min: 10, max: 350 }), { minLength: 1, maxLength: 7 }), (places) => {
      const moved = dodge(places, room);
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
      order.forEach((index, i) => {
        expect(moved[index]).toBeGreaterThanOrEqual(room.low);
        expect(moved[index]).toBeLessThanOrEqual(room.high);
        if (i > 0) expect(moved[index]! - moved[order[i - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-6);
      });
    }),
  );
  expect(dodge([100, 200], room)).toEqual([100, 200]);
  expect(dodge([104, 100], room)).toEqual([110, 94]);
});

test("each curve ends in its name and value; one without values is not drawn", () => {
  const drawing = drawBias([...curves, { key: "gated", name: "Gated", bias: [] }], {
    frame: biasFrame(690, ["Exact", "Gated"]),
    submissions: 100,
    summary: "The score is 9.0 points above the truth.",
    highlighted: null,
  });
  const text = JSON.stringify(drawing);
  expect(text).toContain("Exact 9.0");
  expect(text).toContain("The score is 9.0 points above the truth.");
  expect(text).not.toContain("of-gated");
});
