import { expect, test } from "vitest";
import { sureRate } from "@/server/release/attacks/aim-probe";
import type { Attack } from "@/server/release/attacks/attack";
import { boost } from "@/server/release/attacks/boosting";
import { inference } from "@/server/release/attacks/inference";
import { runAttack } from "@/server/release/attacks/run-attack";
import { sandbag } from "@/server/release/attacks/sandbag";
import { defaultPolicy } from "@/server/release/default-policy";
import { measuredPolicies } from "@/server/release/measured-ceilings";
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

/** The default until 2026-11-27: an exact gate beside a noisy step. */
const formerDefault = (images: number) =>
  measuredPolicies.find((measured) => measured.images === images && measured.policy.noise === "1")!;

test.each([
  [10_000, 0.3, 1, 0.4],
  [10_000, 0.1, 1, 0.18],
  [10_000, 0.1, 10, 0.35],
  [2000, 0.3, 1, 0.6],
  [2000, 0.3, 10, 1.64],
])(
  "a sandbag against the former default for %i images, %f of them torn, %i teams is no weaker than %f points",
  (images, unsure, teams, points) => {
    const { policy, lifetime } = formerDefault(images);
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
  [1, 60, 1],
  [10, 12, 2.9],
  [30, 5, 5],
])(
  "churn makes inference by %i teams against the former default worth the points it must be",
  (teams, repetitions, points) => {
    const { policy, lifetime, ceilings } = formerDefault(10_000);
    const shape = { ...plan, policy, images: 10_000, unsure: 0.3, teams, submissions: lifetime };
    const churning = { share: 1 / 7, rate: 0.05, churn: 4000, atLeast: 1 };
    const run = inference({ ...shape, kind: "inference" }, churning);
    expect(meanBias(repetitions, (random) => run([lifetime], random))).toBeGreaterThan(points);
    const { bias } = ceilings.find((row) => row.unsure === 0.3 && row.teams === teams)!;
    expect(100 * bias).toBeGreaterThan(points);
  },
);

test.each(measuredPolicies.map((measured) => [measured.images, measured] as const))(
  "inference by one team reaches the ceiling stated for %i images, whichever tuning its trials choose",
  (images, { policy, lifetime, ceilings }) => {
    const { bias, standardError } = ceilings.find((row) => row.unsure === 0.3 && row.teams === 1)!;
    const attack = { ...plan, policy, images, unsure: 0.3, submissions: lifetime };
    const found = runAttack({ ...attack, kind: "inference" }, { repetitions: 20, seed: 2 }).at(-1)!;
    const error = Math.hypot(found.sd / Math.sqrt(20), standardError);
    expect(Math.abs(found.mean - bias)).toBeLessThan(4 * error);
  },
);

test("sure climbs alone are a fair bit each, but for the odd one that is held", () => {
  const { policy, lifetime } = defaultPolicy(10_000);
  const attack: Attack = {
    ...plan,
    kind: "inference",
    policy,
    images: 10_000,
    unsure: 0.3,
    submissions: lifetime,
  };
  const run = inference(attack, { share: 0.5, rate: sureRate, churn: 0, atLeast: 1 });
  // 0.32 sqrt(12 u / n) = 0.61 points, and what the answers tell besides.
  expect(meanBias(24, (random) => run([lifetime], random))).toBeGreaterThan(0.5);
});

test("first releases alone tell 0.32 sqrt(u N / n)", () => {
  const { policy } = defaultPolicy(10_000);
  const attack: Attack = { ...plan, kind: "inference", policy, images: 10_000, submissions: 1 };
  const firsts = { ...attack, unsure: 0.3, teams: 30 };
  const bias = meanBias(30, (random) =>
    inference(firsts, { share: 0.2, rate: 0.05, churn: 0, atLeast: 1 })([1], random),
  );
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
