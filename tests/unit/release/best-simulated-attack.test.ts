import { expect, test } from "vitest";
import { bestSimulatedAttack, type SpentCounts } from "@/server/release/best-simulated-attack";
import { defaultPolicy } from "@/server/release/default-policy";
import { biasCeiling, bitsGivenAway } from "@/server/release/information-bound";
import { measuredCeilings } from "@/server/release/measured-ceilings";

const at = (images: number, spent: SpentCounts, unsure = 0.3) =>
  bestSimulatedAttack({ policy: defaultPolicy(images).policy, images, unsure, spent })!;

test("with all budgets spent it is the measured ceiling", () => {
  for (const { images, unsure, teams, bias } of measuredCeilings) {
    const { policy, lifetime } = defaultPolicy(images);
    const spent = { submissions: teams * lifetime, climbs: teams * policy.climbs!, firstReleases: teams };
    expect(at(images, spent, unsure)).toBeCloseTo(bias, 10);
  }
});

test.each([
  ["one team, 25 submissions", 10_000, 25, 6, 1, 0.0055],
  ["one team, 50 submissions", 10_000, 50, 6, 1, 0.00701],
  ["ten teams, 25 submissions each", 10_000, 250, 60, 10, 0.01666],
  ["ten teams, 50 submissions each", 10_000, 500, 60, 10, 0.02086],
  ["ten teams, 2 climbs each", 10_000, 1000, 20, 10, 0.01491],
  ["ten teams, 4 climbs each", 10_000, 1000, 40, 10, 0.02196],
  ["ten teams, 15 submissions each, 2,000 images", 2000, 150, 30, 10, 0.03097],
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

test("no measured ceiling passes the theorem's", () => {
  for (const { images, teams, bias } of measuredCeilings) {
    const { policy, lifetime } = defaultPolicy(images);
    const climbs = teams * policy.climbs!;
    const releasedValues = Array.from({ length: climbs }, () => 1 / Number(policy.eta));
    const bits = bitsGivenAway({ submissions: teams * lifetime, climbs, releasedValues });
    expect(bias).toBeLessThan(biasCeiling({ bits, images }));
  }
});

test("nothing is claimed for a policy that was not measured", () => {
  const spent = { submissions: 10, climbs: 2, firstReleases: 1 };
  const noisyGate = { ...defaultPolicy(10_000).policy, noisyGate: true };
  for (const policy of [noisyGate, { kind: "exact" } as const]) {
    expect(bestSimulatedAttack({ policy, images: 10_000, unsure: 0.3, spent })).toBeNull();
  }
  const { policy } = defaultPolicy(10_000);
  expect(bestSimulatedAttack({ policy, images: 10_000, unsure: 0.2, spent })).toBeNull();
});
