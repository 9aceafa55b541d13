import type { z } from "zod";
import { type Policy, policyKinds, policySchema } from "./policy";

/**
 * Reads a policy from JSON text, such as `{"kind":"fixed-step-ladder","eta":"0.01"}`; a null counts as an absent value. `problem`
 * is a sentence if the text is not JSON or not a usable policy.
 */
export function parsePolicy(text: string): { policy: Policy } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text, (_, part) => part ?? undefined);
  } catch {
    return { problem: "the policy is not JSON" };
  }
  const parsed = policySchema.safeParse(value, { error: words });
  if (parsed.success) return { policy: parsed.data };
  return { problem: `the policy is refused: ${parsed.error.issues[0]!.message}` };
}

const kinds = policyKinds.join(", ");

const wanted: Record<string, string> = {
  string: 'a string, such as "0.01"',
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** What is wrong, as the rest of a sentence, if the schema has no message of its own. */
const words: z.core.$ZodErrorMap = (issue) => {
  const setting = issue.path?.join(".");
  switch (issue.code) {
    case "invalid_union":
      return `kind must be one of ${kinds}`;
    case "invalid_type":
      return setting
        ? `${setting} must be ${wanted[issue.expected]}`
        : `it must be an object with a kind: ${kinds}`;
    case "unrecognized_keys":
      return `${issue.keys.join(", ")}: this kind has no such setting`;
    case "too_small":
      return `${setting} must be at least ${issue.minimum}`;
    case "too_big":
      return `${setting} must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
};
