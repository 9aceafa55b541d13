import { defaultPolicy } from "@/server/release/default-policy";
import type { Policy } from "@/server/release/policy";

/** The policies that the lab compares, in the order of its table. */
export const policyKeys = ["exact", "rounded", "fixed", "free", "bare", "gated", "own"] as const;

export type PolicyKey = (typeof policyKeys)[number];

/** What a policy is called in a table, and beside a curve on a narrow screen. */
export const policyNames: Record<PolicyKey, { name: string; short: string; about: string }> = {
  exact: { name: "Exact", short: "exact", about: "releases the exact score of every submission" },
  rounded: { name: "Rounded", short: "rounded", about: "releases every score, rounded to one percent" },
  fixed: {
    name: "Fixed step",
    short: "fixed step",
    about: "a ladder with a step of one percent and no gate",
  },
  free: {
    name: "Parameter-free",
    short: "no parameter",
    about: "a ladder with a gate of one sigma, exact",
  },
  bare: {
    name: "Gated, bare",
    short: "gated, bare",
    about: "the default without its noise and its limit on climbs",
  },
  gated: {
    name: "Gated, default",
    short: "gated, default",
    about: "what guards hidden test sets of this size",
  },
  own: { name: "Your policy", short: "yours", about: "a gated ladder with the settings below" },
};

/** The policy of a key for a hidden test set of `images` images; `own` is the visitor's. */
export function comparedPolicy(key: PolicyKey, { images, own }: { images: number; own: Policy }): Policy {
  switch (key) {
    case "exact":
      return { kind: "exact" };
    case "rounded":
      return { kind: "rounded", decimals: 2 };
    case "fixed":
      return { kind: "fixed-step-ladder", eta: "0.01" };
    case "free":
      return { kind: "parameter-free-ladder" };
    case "bare": {
      const { kind, eta, c } = defaultPolicy(images).policy;
      return { kind, eta, c };
    }
    case "gated":
      return defaultPolicy(images).policy;
    case "own":
      return own;
  }
}
