import { expect, test } from "vitest";
import { secretPermutation } from "@/workers/secret-permutation";

test("every order of three images comes up equally often", () => {
  const counts = new Map<string, number>();
  const steps = 12;
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const draws = [(i + 0.5) / steps, (j + 0.5) / steps];
      const order = secretPermutation(3, () => draws.shift()!).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 6 }, () => (steps * steps) / 6));
});
