import * as fc from "fast-check";
import { expect, test } from "vitest";
import { axisDomain } from "@/app/_components/plot/axis-domain";

const scale = fc.constantFrom("linear", "logit", "probit" as const);
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

test("a domain holds every accuracy that it is made for", () => {
  fc.assert(
    fc.property(fc.array(inside, { minLength: 1, maxLength: 30 }), scale, (values, name) => {
      const [low, high] = axisDomain(values, name);
      expect(low).toBeLessThan(high);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test("accuracies of 0 and 1 have no coordinate in logit and do not stretch its domain", () => {
  expect(axisDomain([0, 0.4, 0.6, 1], "logit")).toEqual(axisDomain([0.4, 0.6], "logit"));
});
