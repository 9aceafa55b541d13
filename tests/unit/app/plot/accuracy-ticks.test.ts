import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accuracyTicks } from "@/app/_components/plot/accuracy-ticks";
import { tickLabel } from "@/app/_components/plot/tick-label";
import { scales } from "@/server/statistics/scale";

const scale = fc.constantFrom("linear", "logit", "probit" as const);
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test("labels are percentages without rounding errors", () => {
  const labels = ["96.5", "97", "97.5", "98", "98.5", "99", "99.5"];
  expect(accuracyTicks([0.965, 0.995], "linear", 7).map(tickLabel)).toEqual(labels);
});

test("where there is room for few, logit and probit have ticks at tens before fives before the rest", () => {
  expect(accuracyTicks([0.32, 0.83], "logit", 5).map(tickLabel)).toEqual(["40", "50", "60", "70", "80"]);
  expect(accuracyTicks([0.55, 0.965], "probit", 7).map(tickLabel)).toEqual([
    "60",
    "70",
    "80",
    "85",
    "90",
    "95",
  ]);
});

test("ticks never crowd and never leave the axis, in any scale", () => {
  fc.assert(
    fc.property(inside, inside, scale, (a, b, name) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(high - low > 0.01);
      const { forward } = scales[name];
      const ticks = accuracyTicks([low, high], name, 7);
      const places = ticks.map((tick) => (forward(tick) - forward(low)) / (forward(high) - forward(low)));
      for (const [i, place] of places.entries()) {
        expect(place).toBeGreaterThan(-1e-6);
        expect(place).toBeLessThan(1 + 1e-6);
        if (i > 0) expect(place - places[i - 1]!).toBeGreaterThan(0.05);
      }
    }),
  );
});
