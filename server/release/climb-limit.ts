import type { Policy } from "./policy";

/** How often one ladder may climb, including its first release; Infinity if there is no limit. */
export function climbLimit(policy: Policy): number {
  switch (policy.kind) {
    case "gated-ladder":
      return policy.climbs ?? Number.POSITIVE_INFINITY;
    case "fixed-step-ladder":
    case "parameter-free-ladder":
    case "rounded":
    case "exact":
      return Number.POSITIVE_INFINITY;
  }
}
