import { expect, test } from "vitest";
import { figureLayout } from "@/app/_components/figure/drawing/figure-layout";
import { serverFrames } from "@/app/_components/figure/drawing/server-frames";
import { scales } from "@/server/statistics/scale";
import { makeFit } from "../make-fit";
import { makePoint } from "../make-point";

/** The paper's extremes: CIFAR-10's models span 14 points on the original set and 24 on the new one, ImageNet's 65 and 57. */
const boards = {
  "CIFAR-10": [
    { x: 0.833, y: 0.692 },
    { x: 0.971, y: 0.932 },
  ],
  ImageNet: [
    { x: 0.19, y: 0.15 },
    { x: 0.829, y: 0.722 },
  ],
} as const;

for (const [name, ends] of Object.entries(boards)) {
  for (const scale of ["linear", "logit", "probit"] as const) {
    for (const [size, frame] of Object.entries(serverFrames)) {
      test(`${name}, ${scale}, ${size}: one step up is as long as one step right, and every model is in the frame`, () => {
        const points = ends.map((place) => makePoint(place));
        const { domain, x, y } = figureLayout({ figure: { points, fit: makeFit({ scale }) }, frame });
        const steps = (axis: "x" | "y") =>
          scales[scale].forward(domain[axis][1]) - scales[scale].forward(domain[axis][0]);
        const right = (frame.right - frame.left) / steps("x");
        const up = (frame.bottom - frame.top) / steps("y");
        expect(Math.abs(right / up - 1)).toBeLessThan(0.01);
        for (const place of ends) {
          expect(x(place.x)).toBeGreaterThanOrEqual(frame.left);
          expect(x(place.x)).toBeLessThanOrEqual(frame.right);
          expect(y(place.y)).toBeGreaterThanOrEqual(frame.top);
          expect(y(place.y)).toBeLessThanOrEqual(frame.bottom);
        }
      });
    }
  }
}

test("the frame holds every error bar, whichever way the axes are laid out", () => {
  const frame = serverFrames.desk;
  const points = boards["CIFAR-10"].map(({ x, y }) =>
    makePoint({
      x,
      y,
      xInterval: { lower: x - 0.01, upper: x + 0.01 },
      yInterval: { lower: y - 0.03, upper: y + 0.03 },
    }),
  );
  for (const aspect of ["equal", "fill"] as const) {
    const { domain } = figureLayout({ figure: { points, fit: makeFit() }, frame, aspect });
    for (const { xInterval, yInterval } of points) {
      expect(xInterval!.lower).toBeGreaterThanOrEqual(domain.x[0]);
      expect(xInterval!.upper).toBeLessThanOrEqual(domain.x[1]);
      expect(yInterval!.lower).toBeGreaterThanOrEqual(domain.y[0]);
      expect(yInterval!.upper).toBeLessThanOrEqual(domain.y[1]);
    }
  }
});
