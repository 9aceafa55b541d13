import type { Policy } from "@/server/release/policy";
import { policyNames } from "./policy-names";

/** A release policy with its settings, for maintainers: "gated ladder, step 0.01, gate 3, 12 climbs, noise 0.5 on step and gate". */
export function describePolicy(policy: Policy): string {
  return [policyNames[policy.kind], ...settingsOf(policy)].join(", ");
}

function settingsOf(policy: Policy): string[] {
  switch (policy.kind) {
    case "gated-ladder": {
      const { eta, c, climbs, noise, noisyGate } = policy;
      const moved = noisyGate ? " on step and gate" : "";
      return [
        `step ${eta}`,
        `gate ${c}`,
        `${climbs ?? "any number of"} climbs`,
        noise === undefined ? "no noise" : `noise ${noise}${moved}`,
      ];
    }
    case "fixed-step-ladder":
      return [`step ${policy.eta}`];
    case "rounded":
      return [`${policy.decimals} decimals`];
    case "parameter-free-ladder":
    case "exact":
      return [];
  }
}
