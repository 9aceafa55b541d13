import { expect, test } from "vitest";
import { bestSimulatedAttack, type SpentCounts } from "@/server/release/best-simulated-attack";
import { defaultPolicy } from "@/server/release/default-policy";
import { biasCeiling, bitsGivenAway } from "@/server/release/information-bound";
import { measuredPolicies, meteredUnsure } from "@/server/release/measured-ceilings";

const at = (images: number, spent: SpentCounts, policy = defaultPolicy(images).policy) =>
  bestSimulatedAttack({ policy, images, unsure: meteredUnsure, spent })!;

test("the defaults of both sizes are measured, with the policy and the lifetime that pools get", () => {
  for (const images of [10_000, 2000]) {
    expect(measuredPolicies).toContainEqual(expect.objectContaining({ images, ...defaultPolicy(images) }));
  }
});

test("with all budgets spent it is the measured ceiling, under a default of today and under one that a pool keeps", () => {
  for (const { images, policy, lifetime, ceilings } of measuredPolicies) {
    expect(ceilings.length).toBeGreaterThan(3);
    for (const { unsure, teams, bias } of ceilings) {
      const spent = { submissions: teams * lifetime, climbs: teams * policy.climbs!, firstReleases: teams };
      expect(bestSimulatedAttack({ policy, images, unsure, spent })).toBeCloseTo(bias, 10);
    }
  }
});

test.each([
  ["one team, 25 submissions", 10_000, 25, 12, 1, 0.00725],
  ["one team, 50 submissions", 10_000, 50, 12, 1, 0.00744],
  ["one team, 4 climbs", 10_000, 100, 4, 1, 0.00463],
  ["ten teams, 25 submissions each", 10_000, 250, 120, 10, 0.02053],
  ["ten teams, 50 submissions each", 10_000, 500, 120, 10, 0.0249],
  ["ten teams, 4 climbs each", 10_000, 1000, 40, 10, 0.01785],
  ["ten teams, 8 climbs each", 10_000, 1000, 80, 10, 0.0221],
  ["ten teams, 15 submissions each, 2,000 images", 2000, 150, 60, 10, 0.03505],
  ["ten teams, 3 climbs each, 2,000 images", 2000, 300, 30, 10, 0.0294],
])("within a quarter of the simulation with %s", (_, images, submissions, climbs, firstReleases, bias) => {
  const stated = at(images, { submissions, climbs, firstReleases });
  expect(Math.abs(stated / bias - 1)).toBeLessThan(0.25);
});

test("it grows with every count and starts at nothing", () => {
  expect(at(10_000, { submissions: 0, climbs: 0, firstReleases: 0 })).toBe(0);
  const one = at(10_000, { submissions: 20, climbs: 3, firstReleases: 2 });
  expect(one).toBeGreaterThan(0);
  expect(at(10_000, { submissions: 30, climbs: 3, firstReleases: 2 })).toBeGreaterThan(one);
  expect(at(10_000, { submissions: 20, climbs: 4, firstReleases: 2 })).toBeGreaterThan(one);
  expect(at(10_000, { submissions: 2000, climbs: 300, firstReleases: 50 })).toBeGreaterThan(one);
});

test("a number of another metric or test set counts as a first release's does: 0.32 sqrt(u / n)", () => {
  const spent = { submissions: 1, climbs: 1, firstReleases: 1 };
  const number = (0.32 ** 2 * meteredUnsure) / 10_000;
  expect(at(10_000, spent) ** 2).toBeCloseTo(number, 9);
  expect(at(10_000, { ...spent, numbersBeside: 3 }) ** 2).toBeCloseTo(4 * number, 8);
});

test("no measured ceiling passes the theorem's", () => {
  for (const { images, policy, lifetime, ceilings } of measuredPolicies) {
    for (const { teams, bias } of ceilings) {
      const climbs = teams * policy.climbs!;
      const releasedValues = Array.from({ length: climbs }, () => 1 / Number(policy.eta));
      const bits = bitsGivenAway({ submissions: teams * lifetime, climbs, releasedValues });
      expect(bias).toBeLessThan(biasCeiling({ bits, images }));
    }
  }
});

test("nothing is claimed for a policy that was not measured", () => {
  const spent = { submissions: 10, climbs: 2, firstReleases: 1 };
  const { policy } = defaultPolicy(10_000);
  for (const other of [
    { ...policy, noisyGate: false },
    defaultPolicy(2000).policy,
    { kind: "exact" } as const,
  ]) {
    expect(bestSimulatedAttack({ policy: other, images: 10_000, unsure: 0.3, spent })).toBeNull();
  }
  expect(bestSimulatedAttack({ policy, images: 10_000, unsure: 0.2, spent })).toBeNull();
});
