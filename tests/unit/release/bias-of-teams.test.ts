import { expect, test } from "vitest";
import { biasOfTeams } from "@/server/release/bias-of-teams";
import { defaultPolicy } from "@/server/release/default-policy";
import { measuredPolicies, meteredUnsure } from "@/server/release/measured-ceilings";

test.each(measuredPolicies)(
  "teams that spend everything reach the measured ceiling, at $images images under $policy",
  ({ images, policy, lifetime, ceilings }) => {
    for (const { teams, bias } of ceilings.filter(({ unsure }) => unsure === meteredUnsure)) {
      expect(biasOfTeams({ policy, images, lifetime, teams })).toBeCloseTo(bias, 12);
    }
  },
);

test("no team reaches nothing, and a policy that was not measured has no number", () => {
  const standard = { ...defaultPolicy(10_000), images: 10_000 };
  expect(biasOfTeams({ ...standard, teams: 0 })).toBe(0);
  expect(biasOfTeams({ ...standard, policy: { kind: "parameter-free-ladder" }, teams: 3 })).toBeNull();
});
