import { array, assert, double, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { roundTicks } from "@/app/_components/plot/round-ticks";
import { biasFrame } from "@/app/guard/_lab/figure/bias-frame";
import { biasLayout } from "@/app/guard/_lab/figure/bias-layout";
import { curvePaths } from "@/app/guard/_lab/figure/curve-paths";
import { drawBias } from "@/app/guard/_lab/figure/draw-bias";
import { spreadApart } from "@/app/guard/_lab/figure/spread-apart";

const frame = { width: 600, height: 400, left: 50, right: 450, top: 10, bottom: 350 };
const bias = [
  { submissions: 10, mean: 0.02, sd: 0.01 },
  { submissions: 100, mean: 0.09, sd: 0.005 },
];
const curves = [{ key: "exact", name: "Exact", bias }];

test("ticks are round, even and inside", () => {
  expect(roundTicks(0, 700, 5)).toEqual([0, 200, 400, 600]);
  expect(roundTicks(-0.5, 10.4, 6)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(roundTicks(0, 30, 3)).toEqual([0, 10, 20, 30]);
  expect(roundTicks(-2, 2, 4)).toEqual([-2, -1, 0, 1, 2]);
});

test("no submissions lie at the left edge, all of them at the right, and every band inside the frame", () => {
  const { x, y, ticks } = biasLayout(curves, 100, frame);
  expect([x(0), x(100)]).toEqual([50, 450]);
  expect(ticks.y).toContain(0);
  assert(
    property(
      double({ min: -0.5, max: 0.5, noNaN: true }),
      double({ min: 0, max: 0.3, noNaN: true }),
      (mean, sd) => {
        const layout = biasLayout([{ ...curves[0]!, bias: [{ submissions: 100, mean, sd }] }], 100, frame);
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
    line: "M0 0L10 -2L100 -9",
    band: "M0 0L10 -3L100 -9.5L100 -8.5L10 -1L0 0Z",
  });
  expect(curvePaths([], layout)).toEqual({ line: "", band: "" });
});

test("names are set apart, in order, within their room", () => {
  const room = { gap: 16, low: 10, high: 350 };
  assert(
    property(array(integer({ min: 10, max: 350 }), { minLength: 1, maxLength: 7 }), (places) => {
      const seats = spreadApart(places, room);
      const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
      order.forEach((index, i) => {
        expect(seats[index]).toBeGreaterThanOrEqual(room.low);
        expect(seats[index]).toBeLessThanOrEqual(room.high);
        if (i > 0) expect(seats[index]! - seats[order[i - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-6);
      });
    }),
  );
  expect(spreadApart([100, 200], room)).toEqual([100, 200]);
  expect(spreadApart([104, 100], room)).toEqual([110, 94]);
});

test("each curve ends in its name and number; one without numbers is not drawn", () => {
  const drawing = drawBias([...curves, { key: "gated", name: "Gated", bias: [] }], {
    frame: biasFrame(690, ["Exact", "Gated"]),
    submissions: 100,
    summary: "Exact stands 9.0 points above the truth.",
    highlighted: null,
  });
  const text = JSON.stringify(drawing);
  expect(text).toContain("Exact 9.0");
  expect(text).toContain("Exact stands 9.0 points above the truth.");
  expect(text).not.toContain("of-gated");
});
