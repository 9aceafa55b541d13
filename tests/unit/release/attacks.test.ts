import { expect, test } from "vitest";
import type { Attack } from "@/server/release/attacks/attack";
import { boost } from "@/server/release/attacks/boosting";
import { checkpoints } from "@/server/release/attacks/checkpoints";
import { runAttack } from "@/server/release/attacks/run-attack";
import { defaultPolicy } from "@/server/release/default-policy";
import { meanBias } from "../../fixtures/mean-bias";

const plan: Attack = {
  kind: "boosting",
  policy: { kind: "exact" },
  images: 4000,
  classes: 2,
  submissions: 700,
  unsure: 1,
  teams: 1,
  signed: false,
};

test("ten classes give a boosting attack less than two do, from a lower chance", () => {
  const shape = { ...plan, images: 1000, submissions: 100 };
  const [two, ten] = [2, 10].map((classes) =>
    meanBias(4, (random) => boost({ ...shape, classes }, [100], random)),
  );
  expect(two).toBeGreaterThan(6);
  expect(ten).toBeGreaterThan(1);
  expect(ten).toBeLessThan(two!);
});

test("knowing most images leaves an attacker only the torn ones to gain", () => {
  const bias = meanBias(4, (random) =>
    boost({ ...plan, images: 1000, submissions: 100, unsure: 0.1 }, [100], random),
  );
  expect(bias).toBeGreaterThan(0.5);
  expect(bias).toBeLessThan(5);
});

test("the same seed gives the same curve, another seed another", () => {
  const attack: Attack = {
    ...plan,
    kind: "sandbag",
    policy: defaultPolicy(500).policy,
    images: 500,
    unsure: 0.5,
    submissions: 30,
  };
  const run = (seed: number) => runAttack(attack, { repetitions: 3, seed });
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
});

test("progress grows to its end, with the curve of the repetitions so far", () => {
  const seen: { done: number; of: number; points: number }[] = [];
  runAttack(
    { ...plan, images: 200, submissions: 20 },
    {
      repetitions: 3,
      seed: 1,
      onProgress: ({ done, of, bias }) => seen.push({ done, of, points: bias.length }),
    },
  );
  expect(seen).toEqual([
    { done: 1, of: 3, points: 2 },
    { done: 2, of: 3, points: 2 },
    { done: 3, of: 3, points: 2 },
  ]);
});

test("a bias is reported at 10, 25, 50, then 1, 2, 4, 7 of every decade, and at the last", () => {
  expect(checkpoints(700)).toEqual([10, 25, 50, 100, 200, 400, 700]);
  expect(checkpoints(2500)).toEqual([10, 25, 50, 100, 200, 400, 700, 1000, 2000, 2500]);
  expect(checkpoints(30)).toEqual([10, 25, 30]);
  expect(checkpoints(5)).toEqual([5]);
});
