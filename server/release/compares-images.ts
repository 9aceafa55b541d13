import type { Policy } from "./policy";

/** Whether a decision needs to know which images are wrong, not only how many. */
export function comparesImages(policy: Policy): boolean {
  switch (policy.kind) {
    case "gated-ladder":
    case "parameter-free-ladder":
      return true;
    case "fixed-step-ladder":
    case "rounded":
    case "exact":
      return false;
  }
}
