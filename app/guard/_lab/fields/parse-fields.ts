import type { Attack } from "@/server/release/attacks/attack";
import { type Policy, policySchema } from "@/server/release/policy";
import { type PolicyKey, policyKeys } from "../compared-policies";
import { type LabFields, startingShapes } from "./lab-fields";

/** What the lab is to run. */
export interface LabSettings {
  attack: Omit<Attack, "policy">;
  repetitions: number;
  seed: number;
  policies: PolicyKey[];
  own: Policy;
}

export type FieldProblems = Partial<Record<keyof LabFields, string>>;

/** Reads the form. Each problem is a sentence for its field; with any problem nothing runs. */
export function parseFields(
  fields: LabFields,
): { settings: LabSettings; problems: null } | { settings: null; problems: FieldProblems } {
  const problems: FieldProblems = {};
  const whole = (name: keyof LabFields, least: number, most: number): number => {
    const value = /^\d+$/.test(fields[name].trim()) ? Number(fields[name]) : Number.NaN;
    if (!(value >= least && value <= most)) {
      problems[name] = `A whole number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}.`;
    }
    return value;
  };
  const attack = {
    kind: kindOf(fields.attack),
    images: whole("n", 100, 50_000),
    classes: whole("classes", 2, 100),
    submissions: whole("k", 1, 5000),
    unsure: Number(fields.u.trim() || Number.NaN),
    teams: whole("teams", 1, 100),
    signed: fields.signed === "1",
  };
  if (!(attack.unsure >= 0.01 && attack.unsure <= 1)) problems.u = "A fraction from 0.01 to 1.";
  const repetitions = whole("runs", 1, 1000);
  const seed = whole("seed", 0, Number.MAX_SAFE_INTEGER);
  const chosen = fields.policies.split(",");
  const policies = policyKeys.filter((key) => chosen.includes(key));
  if (policies.length === 0) problems.policies = "Choose at least one policy.";
  const own = ownPolicy(fields);
  if (policies.includes("own")) Object.assign(problems, own.problems);
  if (Object.keys(problems).length > 0) return { settings: null, problems };
  return { settings: { attack, repetitions, seed, policies, own: own.policy }, problems: null };
}

/** An unknown attack in an address is taken as the default one. */
function kindOf(text: string): Attack["kind"] {
  return (Object.keys(startingShapes) as Attack["kind"][]).find((kind) => kind === text) ?? "boosting";
}

function ownPolicy({ eta, c, climbs, noise, noisyGate }: LabFields): {
  policy: Policy;
  problems: FieldProblems;
} {
  const parsed = policySchema.safeParse({
    kind: "gated-ladder",
    eta: eta.trim(),
    c: Number(c.trim() || Number.NaN),
    ...(climbs.trim() !== "" && { climbs: Number(climbs) }),
    ...(noise.trim() !== "" && { noise: noise.trim() }),
    ...(noise.trim() !== "" && noisyGate === "1" && { noisyGate: true }),
  });
  if (parsed.success) return { policy: parsed.data, problems: {} };
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const problems: FieldProblems = {};
  if (wrong.has("eta")) problems.eta = "A decimal above 0 and below 0.5, such as 0.01.";
  if (wrong.has("c")) problems.c = "A number from 0 to 1,000, such as 3.";
  if (wrong.has("climbs")) problems.climbs = "A whole number from 1, or empty for no limit.";
  if (wrong.has("noise")) problems.noise = "A decimal from 0 to 100, or empty for no noise.";
  return { policy: { kind: "exact" }, problems };
}
