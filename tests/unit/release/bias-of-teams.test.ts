import { expect, test } from "vitest";
import { biasOfTeams } from "@/server/release/bias-of-teams";
import { defaultPolicy } from "@/server/release/default-policy";
import { measuredCeilings, meteredUnsure } from "@/server/release/measured-ceilings";

test.each([10_000, 2000])(
  "teams that spend everything reach the measured ceiling, at %i images",
  (images) => {
    const rows = measuredCeilings.filter((row) => row.images === images && row.unsure === meteredUnsure);
    for (const { teams, bias } of rows) {
      expect(biasOfTeams({ ...defaultPolicy(images), images, teams })).toBeCloseTo(bias, 12);
    }
  },
);

test("no team reaches nothing, and a policy that was not measured has no number", () => {
  const standard = { ...defaultPolicy(10_000), images: 10_000 };
  expect(biasOfTeams({ ...standard, teams: 0 })).toBe(0);
  expect(biasOfTeams({ ...standard, policy: { kind: "parameter-free-ladder" }, teams: 3 })).toBeNull();
});
