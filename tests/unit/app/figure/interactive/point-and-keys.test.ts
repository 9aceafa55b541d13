import * as fc from "fast-check";
import { expect, test } from "vitest";
import { figureFrame } from "@/app/_components/figure/drawing/figure-frame";
import { figureLayout } from "@/app/_components/figure/drawing/figure-layout";
import { nearestPoint } from "@/app/_components/figure/interactive/nearest-point";
import { stepToPoint } from "@/app/_components/figure/interactive/step-to-point";
import { zoomBy, zoomToBrush } from "@/app/_components/figure/interactive/zoom";
import { scales } from "@/server/statistics/scale";
import { makeFit } from "../make-fit";
import { makePoint } from "../make-point";

const frame = figureFrame(680);
const points = [
  makePoint({ name: "low", x: 0.5, y: 0.45 }),
  makePoint({ name: "middle", x: 0.6, y: 0.4 }),
  makePoint({ name: "high", x: 0.7, y: 0.6 }),
];
const layout = figureLayout({ figure: { points, fit: makeFit() }, frame });

test("arrow keys go along the original accuracy sideways and along the new one upwards", () => {
  expect(stepToPoint(points, null, "ArrowRight")!.name).toBe("low");
  expect(stepToPoint(points, "low", "ArrowRight")!.name).toBe("middle");
  expect(stepToPoint(points, "low", "ArrowUp")!.name).toBe("high");
  expect(stepToPoint(points, "low", "ArrowDown")!.name).toBe("middle");
  expect(stepToPoint(points, "high", "ArrowRight")!.name).toBe("high");
  expect(stepToPoint(points, null, "Tab")).toBeNull();
});

test("arrow keys reach every point, those with equal accuracies too", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0.5, 0.6, 0.7), { minLength: 1, maxLength: 12 }), (xs) => {
      const crowd = xs.map((x, i) => makePoint({ name: `m${i}`, x, y: 0.5 }));
      const seen = new Set<string>();
      for (let at: string | null = null; !seen.has(at ?? ""); ) {
        if (at) seen.add(at);
        at = stepToPoint(crowd, at, "ArrowRight")!.id;
      }
      expect(seen.size).toBe(crowd.length);
    }),
  );
});

test("the nearest point is found, and none from afar", () => {
  const { x, y } = layout;
  expect(nearestPoint(points, layout, { x: x(0.6) + 5, y: y(0.4) - 5 })!.name).toBe("middle");
  expect(nearestPoint(points, layout, { x: x(0.6) + 100, y: y(0.4) })).toBeNull();
});

test("a brush zooms to what lies under it, whichever way it was drawn", () => {
  const { x, y } = layout;
  const brush = { x1: x(0.65), y1: y(0.42), x2: x(0.55), y2: y(0.58) };
  const zoom = zoomToBrush(brush, layout, frame)!;
  expect(zoom.x[0]).toBeCloseTo(0.55, 9);
  expect(zoom.x[1]).toBeCloseTo(0.65, 9);
  expect(zoom.y[0]).toBeCloseTo(0.42, 9);
  expect(zoom.y[1]).toBeCloseTo(0.58, 9);
});

test("a click is no brush", () => {
  expect(zoomToBrush({ x1: 100, y1: 100, x2: 104, y2: 103 }, layout, frame)).toBeNull();
});

test("zooming in and out undo each other, and the point zoomed in on moves to the middle", () => {
  const figure = { points, fit: makeFit({ scale: "probit" }) };
  const around = { x: 0.6, y: 0.5 };
  const whole = figureLayout({ figure, frame });
  const closer = zoomBy(0.5, whole, frame, around);
  const zoomed = figureLayout({ figure, frame, zoom: closer });
  const middle = (frame.left + frame.right) / 2;
  expect(zoomed.x(0.6)).toBeCloseTo(middle, 6);
  const back = zoomBy(2, zoomed, frame, null);
  const width = ([low, high]: [number, number]) => scales.probit.forward(high) - scales.probit.forward(low);
  expect(width(back.x)).toBeCloseTo(width(whole.domain.x), 6);
});
