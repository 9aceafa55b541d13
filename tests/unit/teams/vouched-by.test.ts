import { describe, expect, test } from "vitest";
import { type SignInFacts, vouchedBy } from "@/server/teams/vouch-rules/vouched-by";

const now = new Date("2026-05-01T12:00:00Z");
const domain = { kind: "email-domain", value: "example.org" } as const;
const age = { kind: "account-age", value: "365" } as const;
const organisation = { kind: "organisation", value: "our-lab" } as const;
const nothing: SignInFacts = { accountCreatedAt: null, addresses: [], organisations: [] };
const addresses = (...given: string[]) => ({ ...nothing, addresses: given });
const since = (date: string) => ({ ...nothing, accountCreatedAt: new Date(date) });
const memberOf = (...given: string[]) => ({ ...nothing, organisations: given });

describe("a rule", () => {
  test.each([
    ["an address of the domain", domain, addresses("ada@gmail.com", "ada@example.org")],
    ["an address of the domain in other case", domain, addresses("Ada@Example.Org")],
    ["an account of just that age", age, since("2025-05-01T12:00:00Z")],
    ["an older account", age, since("2009-01-01T00:00:00Z")],
    ["a member", organisation, memberOf("another", "our-lab")],
    ["a member, whatever the case", organisation, memberOf("Our-Lab")],
  ])("vouches for %s", (_, rule, facts) => {
    expect(vouchedBy([rule], facts, now)?.rule).toBe(rule);
  });

  test.each([
    ["somebody of whom nothing is known, by domain", domain, nothing],
    ["somebody of whom nothing is known, by age", age, nothing],
    ["somebody of whom nothing is known, by organisation", organisation, nothing],
    ["an address of a subdomain", domain, addresses("ada@students.example.org")],
    ["an address of a domain that ends alike", domain, addresses("ada@notexample.org")],
    ["an address of a domain that begins alike", domain, addresses("ada@example.org.evil.net")],
    ["an address with the domain before its last @", domain, addresses('"ada@example.org"@evil.net')],
    ["one of the many addresses of one mailbox", domain, addresses("ada+second@example.org")],
    ["a younger account", age, since("2025-05-01T12:00:01Z")],
    ["an account of the future", age, since("2027-01-01T00:00:00Z")],
    ["a member of an organisation of a similar name", organisation, memberOf("our-lab-2", "lab")],
  ])("does not vouch for %s", (_, rule, facts) => {
    expect(vouchedBy([rule], facts, now)).toBeNull();
  });
});

test("the first rule that vouches is named, with the address only where it goes by one", () => {
  const facts = { ...addresses("ada@example.org"), organisations: ["our-lab"] };
  expect(vouchedBy([age, organisation, domain], facts, now)).toEqual({ rule: organisation, address: null });
  expect(vouchedBy([domain, organisation], facts, now)).toEqual({ rule: domain, address: "ada@example.org" });
  expect(vouchedBy([], facts, now)).toBeNull();
});
