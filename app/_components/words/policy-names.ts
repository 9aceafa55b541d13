import type { Policy } from "@/server/release/policy";

/** What the kinds of release policy are called in a sentence. */
export const policyNames: Record<Policy["kind"], string> = {
  "gated-ladder": "gated ladder",
  "fixed-step-ladder": "ladder with a fixed step, no gate",
  "parameter-free-ladder": "parameter-free ladder, no gate",
  rounded: "rounded, every submission answered",
  exact: "exact, every submission answered",
};
