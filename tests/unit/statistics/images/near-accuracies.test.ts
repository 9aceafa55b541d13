import { expect, test } from "vitest";
import { nearAccuracies } from "@/server/statistics/images/near-accuracies";
import { scales } from "@/server/statistics/scale";

const accuracies = Float64Array.of(0, 0.0001, 0.02, 0.3, 0.5, 0.77, 0.9, 0.985, 0.9999, 1);

test.each(["linear", "logit", "probit"] as const)(
  "near its models' accuracies the %s scale is what it is, to two millionths, and beyond exactly",
  (name) => {
    for (const images of [100, 2_000, 50_000]) {
      const near = nearAccuracies(scales[name], accuracies, new Float64Array(accuracies.length).fill(images));
      for (const [i, p] of accuracies.entries()) {
        const deviation = Math.sqrt((p * (1 - p)) / images);
        for (let step = -8; step <= 8; step += 0.25) {
          const accuracy = p + step * deviation;
          if (accuracy <= 0 || accuracy >= 1) continue;
          const exact = scales[name].forward(accuracy);
          expect(Math.abs(near(i, accuracy) - exact)).toBeLessThan(Math.abs(step) > 4.01 ? 1e-12 : 2e-6);
        }
      }
    }
  },
);
