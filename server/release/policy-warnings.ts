import type { Policy } from "./policy";
import { parseDecimal } from "./rational";

/** What a maintainer must read before this policy guards a hidden test set: sentences, none for a policy measured to be safe. */
export function policyWarnings(policy: Policy): string[] {
  switch (policy.kind) {
    case "gated-ladder": {
      const noisy = policy.noise !== undefined && parseDecimal(policy.noise)?.numerator !== 0n;
      return [
        ...(policy.c < 3
          ? ["With c below 3, changes at chance level are released as improvements: choose 3 or more."]
          : []),
        ...(policy.climbs === undefined
          ? ["Without a limit on climbs, a patient team can turn every answer into a fair bit: set climbs."]
          : []),
        ...(noisy
          ? []
          : ["Without noise, an answer at the threshold tells an attacker almost a whole bit: set noise."]),
        ...(noisy && !policy.noisyGate
          ? [
              "With an exact gate beside a noisy step, a team that changes many images at once lifts the gate above the step and reads an answer almost without noise: set noisyGate.",
            ]
          : []),
      ];
    }
    case "fixed-step-ladder":
      return [
        "The fixed-step ladder has no significance gate: chance alone climbs it. It is not safe for a hidden test set.",
      ];
    case "parameter-free-ladder":
      return [
        "The parameter-free ladder releases exact losses and has only a one-sigma gate: chance alone climbs it. It is not safe for a hidden test set.",
      ];
    case "rounded":
      return [
        "Rounding answers every submission and hides almost nothing. It is meant for comparison and is not safe for a hidden test set.",
      ];
    case "exact":
      return [
        "Exact scores turn a hidden test set into a training set: use them for original test sets only.",
      ];
  }
}
