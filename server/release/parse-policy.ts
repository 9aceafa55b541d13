import { type Policy, policySchema } from "./policy";

/**
 * Reads a policy from JSON text, such as `{"kind":"fixed-step-ladder","eta":"0.01"}`; a null counts as an absent value.
 * `problem` is a sentence where the text is not JSON or no policy that could be used.
 */
export function parsePolicy(text: string): { policy: Policy } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text, (_, part) => part ?? undefined);
  } catch {
    return { problem: "the policy is not JSON" };
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return { policy: parsed.data };
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".");
  return {
    problem: `the policy is refused: ${place ? `${place}: ` : ""}${issue?.message ?? "unknown kind"}`,
  };
}
