import * as fc from "fast-check";
import { expect, test } from "vitest";
import { figureLayout } from "@/app/_components/figure/drawing/figure-layout";
import { nearestPoint } from "@/app/_components/figure/interactive/nearest-point";
import { stepToPoint } from "@/app/_components/figure/interactive/step-to-point";
import { zoomBy, zoomToBrush } from "@/app/_components/figure/interactive/zoom";
import { edgeOf } from "@/app/_components/plot/edge-of";
import { frameFor } from "@/app/_components/plot/frame";
import { makeFit } from "../make-fit";
import { makePoint } from "../make-point";

const frame = frameFor(680);
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

test("the nearest point is the one in hand, and none from afar", () => {
  const { x, y } = layout;
  expect(nearestPoint(points, layout, { x: x(0.6) + 5, y: y(0.4) - 5 })!.name).toBe("middle");
  expect(nearestPoint(points, layout, { x: x(0.6) + 100, y: y(0.4) })).toBeNull();
});

test("a brush shows what lay under it, whichever way it was drawn", () => {
  const { x, y } = layout;
  const brush = { x1: x(0.65), y1: y(0.42), x2: x(0.55), y2: y(0.58) };
  const zoom = zoomToBrush(brush, layout, frame, "linear")!;
  expect(zoom.x[0]).toBeCloseTo(0.55, 9);
  expect(zoom.x[1]).toBeCloseTo(0.65, 9);
  expect(zoom.y[0]).toBeCloseTo(0.42, 9);
  expect(zoom.y[1]).toBeCloseTo(0.58, 9);
});

test("a click is no brush", () => {
  expect(zoomToBrush({ x1: 100, y1: 100, x2: 104, y2: 103 }, layout, frame, "linear")).toBeNull();
});

test("closer and wider undo each other", () => {
  const closer = zoomBy(0.5, layout, { x: 0.6, y: 0.5 }, "probit");
  expect((closer.x[0] + closer.x[1]) / 2).toBeGreaterThan(closer.x[0]);
  const fit = makeFit({ scale: "probit" });
  const near = figureLayout({ figure: { points, fit }, frame, zoom: closer });
  const back = zoomBy(2, near, { x: 0.6, y: 0.5 }, "probit");
  const wide = figureLayout({ figure: { points, fit }, frame });
  const width = (domain: [number, number]) => domain[1] - domain[0];
  expect(width(back.x)).toBeCloseTo(width(wide.domain.x), 1);
});

test("a point outside is marked on the side where it lies", () => {
  expect(edgeOf(frame, frame.left - 50, 200)).toMatchObject({ towards: 180, y: 200 });
  expect(edgeOf(frame, 200, frame.bottom + 9)).toMatchObject({ towards: 90, x: 200 });
  expect(edgeOf(frame, 200, 200)).toBeNull();
});
