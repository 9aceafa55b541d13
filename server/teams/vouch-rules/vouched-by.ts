import type { vouchRules } from "../../../db/schema";

/** What is known of whoever signs in; empty or null where it could not be learned. */
export interface SignInFacts {
  accountCreatedAt: Date | null;
  /** E-mail addresses that the provider has verified. */
  addresses: readonly string[];
  /** Logins of the organisations of which they are publicly a member. */
  organisations: readonly string[];
}

type Rule = Pick<typeof vouchRules.$inferSelect, "kind" | "value">;

/**
 * The first of the rules that vouches for somebody with these facts, with the e-mail address if that is what it goes by; null if
 * none does. An address with a `+` counts for nothing: one mailbox has as many of them as its owner likes.
 */
export function vouchedBy<R extends Rule>(
  rules: readonly R[],
  facts: SignInFacts,
  now: Date,
): { rule: R; address: string | null } | null {
  for (const rule of rules) {
    const evidence = evidenceFor(rule, facts, now);
    if (evidence) return { rule, address: evidence.address };
  }
  return null;
}

const dayMs = 24 * 3_600_000;

function evidenceFor(
  { kind, value }: Rule,
  facts: SignInFacts,
  now: Date,
): { address: string | null } | null {
  switch (kind) {
    case "email-domain": {
      const address = facts.addresses.find((one) => domainOf(one) === value && !one.includes("+"));
      return address === undefined ? null : { address };
    }
    case "account-age": {
      const { accountCreatedAt } = facts;
      const isOld = accountCreatedAt && now.getTime() - accountCreatedAt.getTime() >= Number(value) * dayMs;
      return isOld ? { address: null } : null;
    }
    case "organisation":
      return facts.organisations.some((login) => login.toLowerCase() === value) ? { address: null } : null;
  }
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
