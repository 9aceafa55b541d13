import { expect, test } from "vitest";
import { biasOfTeams } from "@/server/release/bias-of-teams";
import { defaultPolicy } from "@/server/release/default-policy";
import { measuredPolicies, meteredUnsure } from "@/server/release/measured-ceilings";

test.each(measuredPolicies)(
  "teams that spend everything reach the measured ceiling, at $images images under $policy",
  ({ images, policy, lifetime, ceilings }) => {
    for (const { teams, bias } of ceilings.filter(({ unsure }) => unsure === meteredUnsure)) {
      expect(biasOfTeams({ policy, images, lifetime, beside: 0, teams })).toBeCloseTo(bias, 12);
    }
  },
);

test("no team reaches nothing, and a policy that was not measured has no number", () => {
  const standard = { ...defaultPolicy(10_000), images: 10_000, beside: 0 };
  expect(biasOfTeams({ ...standard, teams: 0 })).toBe(0);
  expect(biasOfTeams({ ...standard, policy: { kind: "parameter-free-ladder" }, teams: 3 })).toBeNull();
});

test("top-5 and other test sets count: a number beside comes with the 2nd, 4th and 8th climb of each team", () => {
  const standard = { ...defaultPolicy(10_000), images: 10_000, teams: 10 };
  const alone = biasOfTeams({ ...standard, beside: 0 })!;
  const number = (0.32 ** 2 * meteredUnsure) / 10_000;
  for (const beside of [1, 3]) {
    const added = biasOfTeams({ ...standard, beside })! ** 2 - alone ** 2;
    expect(added / (30 * beside * number)).toBeGreaterThan(0.95);
    expect(added / (30 * beside * number)).toBeLessThan(1.01);
  }
});
