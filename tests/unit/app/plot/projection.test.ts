import * as fc from "fast-check";
import { expect, test } from "vitest";
import { figureFrame } from "@/app/_components/figure/drawing/figure-frame";
import { projection } from "@/app/_components/plot/projection";

const frame = figureFrame(680);

test("the corners of a domain lie on the corners of the frame, and probit puts 97.5 % where the normal quantile is", () => {
  const { x, y } = projection({ frame, scale: "probit", x: [0.5, 0.975], y: [0.5, 0.975] });
  expect(x(0.5)).toBeCloseTo(frame.left, 9);
  expect(y(0.975)).toBeCloseTo(frame.top, 9);
  // scipy.stats.norm.ppf(0.84134474606854) is 1.0, ppf(0.975) 1.959963984540054.
  const share = (x(0.841344746068543) - frame.left) / (frame.right - frame.left);
  expect(share).toBeCloseTo(1 / 1.959963984540054, 9);
});

test("a place gives back its accuracy, in any scale", () => {
  const scale = fc.constantFrom("linear", "logit", "probit" as const);
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), scale, (fraction, name) => {
      const { x } = projection({ frame, scale: name, x: [0.3, 0.9], y: [0.3, 0.9] });
      expect(x.invert(x(fraction))).toBeCloseTo(fraction, 9);
    }),
  );
});

test("accuracies of 0 and 1, infinitely far out in logit, have places that can be drawn", () => {
  const { x } = projection({ frame, scale: "logit", x: [0.3, 0.9], y: [0.3, 0.9] });
  for (const place of [x(0), x(1)]) expect(place).toSatisfy(Number.isFinite);
  expect(x(0)).toBeLessThan(frame.left);
  expect(x(1)).toBeGreaterThan(frame.right);
});
