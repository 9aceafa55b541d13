import { describe, expect, test } from "vitest";
import { studentTQuantile } from "@/server/statistics/student-t-quantile";
import { studentTTails } from "@/server/statistics/student-t-tails";

// mpmath 1.3 at 40 digits: betainc(df/2, 1/2, 0, df/(df+t^2), regularized=True).
const tails = [
  [0.5, 1, 0.7048327646991335],
  [1, 3, 0.39100221895577064],
  [2.570581835636314, 5, 0.050000000000000086],
  [0.01, 7, 0.9923003176436218],
  [3, 64, 0.0038439918659207797],
  [10, 5, 0.0001709475757429636],
  [2, 1000, 0.04577034649325164],
  [40, 2000, 1.4278618533561971e-257],
  [6, 1498, 2.470118314113275e-9],
] as const;

// scipy.stats.t.ppf((1 + level) / 2, df) (scipy 1.17).
const quantiles = [
  [0.95, 1, 12.706204736174694],
  [0.95, 5, 2.5705818356363146],
  [0.95, 10, 2.228138851986274],
  [0.95, 62, 1.9989715170333788],
  [0.99, 1498, 2.5791153187151767],
  [0.9, 3, 2.3533634348018233],
] as const;

describe("Student's t", () => {
  test.each(tails)("has the two tails beyond %d at %d degrees of freedom", (t, degrees, p) => {
    expect(Math.abs(studentTTails(t, degrees) / p - 1)).toBeLessThan(1e-10);
    expect(studentTTails(-t, degrees)).toBe(studentTTails(t, degrees));
  });

  test("has nothing beyond infinity and everything beyond 0", () => {
    expect(studentTTails(Infinity, 4)).toBe(0);
    expect(studentTTails(0, 4)).toBe(1);
  });

  test.each(quantiles)("stays, at level %d and %d degrees of freedom, within %d", (level, degrees, t) => {
    expect(Math.abs(studentTQuantile(level, degrees) / t - 1)).toBeLessThan(1e-10);
  });
});
