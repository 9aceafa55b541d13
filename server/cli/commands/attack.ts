import { parseArgs } from "node:util";
import type { Io } from "@/server/cli/io";
import { UsageError } from "@/server/cli/usage-error";
import type { Attack } from "@/server/release/attacks/attack";
import { runAttack } from "@/server/release/attacks/run-attack";
import { parsePolicy } from "@/server/release/parse-policy";

const kinds = ["boosting", "climbing", "sandbag", "inference"] as const;

/**
 * `rung attack`: simulates an attack on a hidden test set under a policy and prints the bias it reaches (released minus true
 * accuracy, as a fraction) at growing numbers of submissions. Exit code 1 for a refused policy; throws a UsageError for bad
 * flags.
 */
export async function attack(argv: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      kind: { type: "string" },
      policy: { type: "string" },
      images: { type: "string" },
      classes: { type: "string", default: "2" },
      submissions: { type: "string" },
      unsure: { type: "string", default: "1" },
      teams: { type: "string", default: "1" },
      repetitions: { type: "string", default: "20" },
      seed: { type: "string", default: "1" },
      signed: { type: "boolean", default: false },
    },
  });
  if (values.policy === undefined) throw new UsageError("--policy is needed.");
  const plan: Omit<Attack, "policy"> = {
    kind: kindOf(values.kind),
    images: wholeNumber("images", values.images, 1, 1_000_000),
    classes: wholeNumber("classes", values.classes, 2, 1000),
    submissions: wholeNumber("submissions", values.submissions, 1, 100_000),
    unsure: share(values.unsure),
    teams: wholeNumber("teams", values.teams, 1, 1000),
    signed: values.signed,
  };
  const repetitions = wholeNumber("repetitions", values.repetitions, 1, 100_000);
  const seed = wholeNumber("seed", values.seed, 0, Number.MAX_SAFE_INTEGER);
  if (plan.images * plan.classes > 50_000_000) throw new UsageError("--images times --classes is too large.");
  const parsed = parsePolicy(values.policy);
  if ("problem" in parsed) {
    io.stderr(`error: ${parsed.problem}\n`);
    return 1;
  }
  const bias = runAttack({ ...plan, policy: parsed.policy }, { repetitions, seed });
  io.stdout(`${JSON.stringify({ bias })}\n`);
  return 0;
}

function kindOf(text: string | undefined): Attack["kind"] {
  const kind = kinds.find((kind) => kind === text);
  if (!kind) throw new UsageError("--kind is boosting, climbing, sandbag or inference.");
  return kind;
}

function wholeNumber(name: string, text: string | undefined, least: number, most: number): number {
  const value = text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`--${name} needs a whole number from ${least} to ${most}.`);
}

function share(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value > 0 && value <= 1) return value;
  throw new UsageError("--unsure needs a fraction above 0, at most 1.");
}
