import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withoutOutliers } from "@/app/_components/figure/drawing/without-outliers";
import { domainOf } from "@/app/_components/plot/domain-of";
import { frameFor } from "@/app/_components/plot/frame";
import { projection } from "@/app/_components/plot/projection";
import { tickText } from "@/app/_components/plot/tick-text";
import { ticksOf } from "@/app/_components/plot/ticks-of";
import { scales } from "@/server/statistics/scale";

const scale = fc.constantFrom("linear", "logit", "probit" as const);
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test("an axis shows every accuracy that it is made for", () => {
  fc.assert(
    fc.property(fc.array(inside, { minLength: 1, maxLength: 30 }), scale, (values, name) => {
      const [low, high] = domainOf(values, name);
      expect(low).toBeLessThan(high);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test("accuracies of 0 and 1 have no place in logit and do not stretch its axis", () => {
  expect(domainOf([0, 0.4, 0.6, 1], "logit")).toEqual(domainOf([0.4, 0.6], "logit"));
});

test("one far point among many does not stretch the frame; among few it does", () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ x: 0.7 + i / 200, y: 0.6 + i / 200 }));
  const far = { x: 0.2, y: 0.62 };
  expect(withoutOutliers([...many, far], "linear")).toEqual(many);
  expect(withoutOutliers([...many.slice(0, 8), far], "linear")).toContain(far);
});

test("ticks are round percentages inside the axis, at least a few and not too many", () => {
  expect(ticksOf([0.32, 0.86], "linear", 7).map(tickText)).toEqual(["40", "50", "60", "70", "80"]);
  expect(ticksOf([0.965, 0.995], "linear", 7).map(tickText)).toEqual([
    "96.5",
    "97",
    "97.5",
    "98",
    "98.5",
    "99",
    "99.5",
  ]);
});

test("ticks never crowd and never leave the axis, in any scale", () => {
  fc.assert(
    fc.property(inside, inside, scale, (a, b, name) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(high - low > 0.01);
      const { forward } = scales[name];
      const ticks = ticksOf([low, high], name, 7);
      const places = ticks.map((tick) => (forward(tick) - forward(low)) / (forward(high) - forward(low)));
      for (const [i, place] of places.entries()) {
        expect(place).toBeGreaterThan(-1e-6);
        expect(place).toBeLessThan(1 + 1e-6);
        if (i > 0) expect(place - places[i - 1]!).toBeGreaterThan(0.05);
      }
      expect(ticks.length).toBeLessThanOrEqual(16);
    }),
  );
});

test("the corners of a domain lie on the corners of the frame, and probit puts 97.5 % where the normal quantile is", () => {
  const frame = frameFor(680);
  const { x, y } = projection({ frame, scale: "probit", x: [0.5, 0.975], y: [0.5, 0.975] });
  expect(x(0.5)).toBeCloseTo(frame.left, 9);
  expect(y(0.975)).toBeCloseTo(frame.top, 9);
  // scipy.stats.norm.ppf(0.84134474606854) is 1.0, ppf(0.975) 1.959963984540054.
  const share = (x(0.841344746068543) - frame.left) / (frame.right - frame.left);
  expect(share).toBeCloseTo(1 / 1.959963984540054, 9);
});
