import { expect, test } from "vitest";
import { fitBasis } from "@/server/leaderboards/fit/fit-basis";
import type { FitPlan } from "@/server/leaderboards/fit/plan-fit";

const planOf = (families: (string | null | undefined)[], inFit = true): FitPlan => ({
  images: { known: "counts" },
  models: families.map((family, i) => ({
    name: `model ${i}`,
    original: 0.6 + i / 10,
    new: 0.5 + i / 10,
    images: { original: 50_000, new: 10_000 },
    answeredBy: null,
    inFit,
    ...(family !== undefined && { family }),
  })),
});

test("a fit of models without families rests on what it rested on before there were any: no bits are told twice", () => {
  expect(fitBasis(planOf([null, null, null]))).toBe(fitBasis(planOf([undefined, undefined, undefined])));
});

test("declaring a family makes it another fit", () => {
  expect(fitBasis(planOf(["a", "a", null]))).not.toBe(fitBasis(planOf([null, null, null])));
  expect(fitBasis(planOf(["a", "a", null]))).not.toBe(fitBasis(planOf(["a", "b", null])));
});
