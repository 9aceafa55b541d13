import type { Attack } from "@/server/release/attacks/attack";
import { comparedPolicy, type PolicyKey } from "../compared-policies";
import type { LabSettings } from "../fields/parse-fields";
import { policyCeiling } from "../policy-ceiling";

/** One attack on one policy, for one worker. `ceiling` is the theorem's, a fraction. */
export interface PlannedRun {
  key: PolicyKey;
  attack: Attack;
  repetitions: number;
  seed: number;
  ceiling: number;
}

/** The runs of a comparison: the same attack and seed against every policy chosen. */
export function planRuns({ attack, repetitions, seed, policies, own }: LabSettings): PlannedRun[] {
  return policies.map((key) => {
    const policy = comparedPolicy(key, { images: attack.images, own });
    return {
      key,
      attack: { ...attack, policy },
      repetitions,
      seed,
      ceiling: policyCeiling(policy, attack),
    };
  });
}
