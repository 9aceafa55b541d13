import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/release/default-policy";
import { parsePolicy } from "@/server/release/parse-policy";
import { policySchema } from "@/server/release/policy";
import { policyWarnings } from "@/server/release/policy-warnings";
import { ladderTraces, whyNoTraces } from "./ladder-traces";

const kinds = "gated-ladder, fixed-step-ladder, parameter-free-ladder, rounded, exact";
const refused = (policy: unknown) => !policySchema.safeParse(policy).success;

test.each(["0", "0.0", "-0.01", "0.5", "1.5", "abc", "", "1e-2", "1/100", " 0.01", "."])(
  "the step size %j is refused",
  (eta) => {
    expect(refused({ kind: "fixed-step-ladder", eta })).toBe(true);
    expect(refused({ kind: "gated-ladder", eta, c: 3 })).toBe(true);
  },
);

test("every step size that the reference refuses is refused", (context) => {
  if (!ladderTraces) return context.skip(whyNoTraces);
  for (const { eta } of ladderTraces.must_reject)
    expect(refused({ kind: "fixed-step-ladder", eta })).toBe(true);
});

test("a step size given as a number is refused: it would no longer be exact", () => {
  expect(refused({ kind: "fixed-step-ladder", eta: 0.01 })).toBe(true);
});

test("a misspelt setting is refused instead of silently meaning no limit", () => {
  expect(refused({ kind: "gated-ladder", eta: "0.01", c: 3, climb: 6 })).toBe(true);
});

test("the policies of the interface are accepted as they are written", () => {
  for (const text of [
    '{"kind":"gated-ladder","eta":"0.01","c":3,"climbs":6,"noise":"1"}',
    '{"kind":"gated-ladder","eta":"0.01","c":3,"climbs":12,"noise":"0.5","noisyGate":true}',
    '{"kind":"fixed-step-ladder","eta":"0.01"}',
    '{"kind":"parameter-free-ladder"}',
    '{"kind":"rounded","decimals":2}',
    '{"kind":"exact"}',
  ]) {
    expect(parsePolicy(text)).toEqual({ policy: JSON.parse(text) });
  }
});

test("a null setting counts as absent", () => {
  expect(parsePolicy('{"kind":"gated-ladder","eta":"0.01","c":3,"climbs":null}')).toEqual({
    policy: { kind: "gated-ladder", eta: "0.01", c: 3 },
  });
});

test("a text that is no policy is answered with a sentence", () => {
  expect(parsePolicy("{")).toEqual({ problem: "the policy is not JSON" });
});

test.each([
  ['{"kind":"exactly"}', `kind must be one of ${kinds}`],
  ["{}", `kind must be one of ${kinds}`],
  ["3", `it must be an object with a kind: ${kinds}`],
  ['{"kind":"exact","decimals":2}', "decimals: this kind has no such setting"],
  ['{"kind":"gated-ladder","eta":"0.01"}', "c must be a number"],
  ['{"kind":"rounded","decimals":1.5}', "decimals must be a whole number"],
  ['{"kind":"rounded","decimals":12}', "decimals must be at most 9"],
  ['{"kind":"fixed-step-ladder","eta":0.01}', 'eta must be a string, such as "0.01"'],
])("the policy %s is refused in words that name what would do", (text, words) => {
  expect(parsePolicy(text)).toEqual({ problem: `the policy is refused: ${words}` });
});

test("the default changes at 8,000 images", () => {
  expect(defaultPolicy(8000)).toEqual({
    policy: { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 12, noise: "0.5", noisyGate: true },
    lifetime: 100,
  });
  expect(defaultPolicy(7999)).toEqual({
    policy: { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 6, noise: "0.5", noisyGate: true },
    lifetime: 30,
  });
});

test("an exact gate beside a noisy step is warned of, without noise only its absence", () => {
  const { policy } = defaultPolicy(10_000);
  expect(policyWarnings({ ...policy, noisyGate: false })).toEqual([expect.stringContaining("exact gate")]);
  expect(policyWarnings({ ...policy, noisyGate: undefined, noise: "0" })).toEqual([
    expect.stringContaining("Without noise"),
  ]);
});

test("only a gated ladder with a gate of 3, a limit and noise passes without a warning", () => {
  expect(policyWarnings(defaultPolicy(10_000).policy)).toEqual([]);
  expect(policyWarnings(defaultPolicy(2000).policy)).toEqual([]);
  const bare = policyWarnings({ kind: "gated-ladder", eta: "0.01", c: 2.9, noise: "0" });
  expect(bare.map((sentence) => /\b(c below 3|climbs|noise)\b/.exec(sentence)?.[0])).toEqual([
    "c below 3",
    "climbs",
    "noise",
  ]);
  for (const policy of [
    { kind: "fixed-step-ladder", eta: "0.01" },
    { kind: "parameter-free-ladder" },
    { kind: "rounded", decimals: 2 },
    { kind: "exact" },
  ] as const) {
    expect(policyWarnings(policy)).toHaveLength(1);
  }
});
