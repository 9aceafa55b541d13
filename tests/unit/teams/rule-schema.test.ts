import { expect, test } from "vitest";
import { newVouchRuleSchema } from "@/server/teams/vouch-rules/rule-schema";

const parse = (kind: string, value: string) =>
  newVouchRuleSchema.safeParse({ kind, value, reason: "Known." });

test.each([
  ["email-domain", " Example.ORG ", "example.org"],
  ["email-domain", "cs.uni-example.ac.uk", "cs.uni-example.ac.uk"],
  ["account-age", "730", "730"],
  ["organisation", "Our-Lab", "our-lab"],
])("a rule of the kind %s takes %j as %j", (kind, value, taken) => {
  expect(parse(kind, value).data).toMatchObject({ kind, value: taken });
});

test.each([
  ["email-domain", ""],
  ["email-domain", "org"],
  ["email-domain", "@example.org"],
  ["email-domain", "*.example.org"],
  ["email-domain", "ada@example.org"],
  ["email-domain", "users.noreply.github.com"],
  ["account-age", "0"],
  ["account-age", "1.5"],
  ["account-age", "a year"],
  ["organisation", "our lab"],
  ["organisation", "our/lab"],
  ["organisation", ""],
  ["name", "ada"],
])("a rule of the kind %s refuses %j", (kind, value) => {
  expect(parse(kind, value).success).toBe(false);
});
