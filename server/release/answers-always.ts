import type { Policy } from "./policy";

type Answering = Extract<Policy, { kind: "rounded" | "exact" }>;

/** Whether every submission climbs, whatever it scores: true of the policies that are not ladders. */
export function answersAlways(policy: Policy): policy is Answering {
  switch (policy.kind) {
    case "rounded":
    case "exact":
      return true;
    case "gated-ladder":
    case "fixed-step-ladder":
    case "parameter-free-ladder":
      return false;
  }
}
