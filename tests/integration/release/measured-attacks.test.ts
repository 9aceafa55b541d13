import { expect, test } from "vitest";
import type { Attack } from "@/server/release/attacks/attack";
import { boost } from "@/server/release/attacks/boosting";
import { inference } from "@/server/release/attacks/inference";
import { runAttack } from "@/server/release/attacks/run-attack";
import { sandbag } from "@/server/release/attacks/sandbag";
import { defaultPolicy } from "@/server/release/default-policy";
import type { Policy } from "@/server/release/policy";
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

/** Points of bias that the attack reached where it was first measured, and the spread of one repetition there. */
const measured: [string, Policy, boolean, number, number][] = [
  ["exact scores", { kind: "exact" }, false, 9.4, 0.6],
  ["scores rounded to two decimals", { kind: "rounded", decimals: 2 }, false, 10.4, 0.7],
  ["the fixed-step ladder", { kind: "fixed-step-ladder", eta: "0.01" }, false, 2.16, 0.41],
  ["the parameter-free ladder", { kind: "parameter-free-ladder" }, false, 2.07, 0.53],
  ["the gated ladder", { kind: "gated-ladder", eta: "0.01", c: 3 }, false, 0.65, 1.1],
  ["exact scores with signed votes", { kind: "exact" }, true, 13.2, 0.6],
  ["rounded scores with signed votes", { kind: "rounded", decimals: 2 }, true, 14.7, 0.7],
];

test.each(measured)("boosting against %s is as strong as measured", (_, policy, signed, points, spread) => {
  const bias = meanBias(6, (random) => boost({ ...plan, policy, signed }, [700], random));
  expect(Math.abs(bias - points)).toBeLessThan((4 * spread) / Math.sqrt(6));
});

test("a sandbag against the bare gated ladder is as strong as measured", () => {
  const policy: Policy = { kind: "gated-ladder", eta: "0.01", c: 3 };
  const attack: Attack = { ...plan, kind: "sandbag", policy, images: 10_000, unsure: 0.3 };
  const bias = meanBias(6, (random) => sandbag(attack, { flips: 100, rate: 0.114 }, [700], random));
  expect(Math.abs(bias - 1.8)).toBeLessThan(0.45);
});

test.each([
  [10_000, 0.3, 1, 0.4],
  [10_000, 0.1, 1, 0.18],
  [10_000, 0.1, 10, 0.35],
  [2000, 0.3, 1, 0.6],
  [2000, 0.3, 10, 1.64],
])(
  "a sandbag against the default for %i images, %f of them torn, %i teams is no weaker than %f points",
  (images, unsure, teams, points) => {
    const { policy, lifetime } = defaultPolicy(images);
    const attack: Attack = {
      ...plan,
      kind: "sandbag",
      policy,
      images,
      unsure,
      teams,
      submissions: lifetime,
    };
    const bias = meanBias(12, (random) => sandbag(attack, { flips: 100, rate: 5 / 100 }, [lifetime], random));
    expect(bias).toBeGreaterThan(points);
  },
);

test.each([
  [10_000, 0.3, 1, 500, 0.812, 0.21],
  [10_000, 0.3, 10, 500, 2.483, 0.24],
  [2000, 0.3, 10, 150, 3.604, 0.47],
])(
  "inference against the default for %i images, %f of them torn, %i teams is about as strong as the ceiling stated",
  (images, unsure, teams, flips, points, spread) => {
    const { policy, lifetime } = defaultPolicy(images);
    const attack: Attack = {
      ...plan,
      kind: "inference",
      policy,
      images,
      unsure,
      teams,
      submissions: lifetime,
    };
    const bias = meanBias(12, (random) => inference(attack, { flips, rate: 0.04 })([lifetime], random));
    expect(Math.abs(bias - points)).toBeLessThan((4 * spread) / Math.sqrt(12));
  },
);

test("inference gains less where noise moves the gate too", () => {
  const { policy, lifetime } = defaultPolicy(2000);
  const gain = (noisyGate: boolean) => {
    const attack: Attack = { ...plan, kind: "inference", policy: { ...policy, noisyGate }, images: 2000 };
    const limited = { ...attack, unsure: 0.3, teams: 10, submissions: lifetime };
    return meanBias(12, (random) => inference(limited, { flips: 100, rate: 0.07 })([lifetime], random));
  };
  expect(gain(true)).toBeLessThan(0.85 * gain(false));
});

test("first releases alone tell 0.32 sqrt(u N / n)", () => {
  const { policy } = defaultPolicy(10_000);
  const attack: Attack = { ...plan, kind: "inference", policy, images: 10_000, submissions: 1 };
  const firsts = { ...attack, unsure: 0.3, teams: 30 };
  const bias = meanBias(30, (random) => inference(firsts, { flips: 400, rate: 0.05 })([1], random));
  // 0.96 points; the rounding turns at one place only, hence a little less.
  expect(bias).toBeGreaterThan(0.8);
  expect(bias).toBeLessThan(1.1);
});

test("climbing gains most without a gate and under two points with the default", () => {
  const shape = { ...plan, kind: "climbing", images: 2000, submissions: 100 } as const;
  const free = runAttack(
    { ...shape, policy: { kind: "parameter-free-ladder" } },
    { repetitions: 4, seed: 1 },
  );
  const guarded = runAttack({ ...shape, policy: defaultPolicy(2000).policy }, { repetitions: 12, seed: 1 });
  expect(free.at(-1)!.mean).toBeGreaterThan(0.035);
  expect(Math.abs(guarded.at(-1)!.mean)).toBeLessThan(0.02);
});
