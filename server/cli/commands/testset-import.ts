import { parseArgs } from "node:util";
import { RungError } from "../../errors";
import { parsePolicy } from "../../release/parse-policy";
import { importTestSet } from "../../test-sets/import-test-set";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { numberFlag } from "../number-flag";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung testset import PATH`: freezes images and labels as a version and prints `{"version","total","audit"}`. */
export async function testsetImport(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      benchmark: { type: "string" },
      name: { type: "string" },
      description: { type: "string" },
      role: { type: "string" },
      labels: { type: "string" },
      policy: { type: "string" },
      "audit-fraction": { type: "string" },
      pool: { type: "string" },
      primary: { type: "boolean" },
      "team-bias": { type: "string" },
      insist: { type: "string" },
    },
  });
  const [path] = positionals;
  const { benchmark, name, role } = values;
  if (!path || positionals.length > 1 || !benchmark || !name) {
    throw new UsageError("PATH, --benchmark, --name and --role are needed.");
  }
  if (role !== "original" && role !== "hidden" && role !== "public")
    throw new UsageError("--role is original, hidden or public.");
  const input = {
    benchmark,
    name,
    role,
    source: inPlace(path),
    labelsPath: values.labels && inPlace(values.labels),
    description: values.description ?? "",
    policy: values.policy === undefined ? undefined : policyOf(values.policy),
    auditFraction: numberFlag("audit-fraction", values["audit-fraction"]),
    pool: values.pool,
    primary: values.primary,
    insist: insistOf(values.insist),
    teamBias: teamBiasOf(values["team-bias"]),
  } as const;
  const imported = await operatorContext(io, (ctx) => importTestSet({ ctx, input }));
  const { warnings, ...result } = imported;
  for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
  io.stdout(`${JSON.stringify(result)}\n`);
  return 0;
}

function insistOf(reason: string | undefined): string | undefined {
  if (reason === undefined || reason.trim()) return reason?.trim();
  throw new UsageError("--insist needs the reason in words.");
}

function teamBiasOf(text: string | undefined): number | undefined {
  const bias = numberFlag("team-bias", text);
  if (bias === undefined || (bias >= 0 && bias <= 0.5)) return bias;
  throw new UsageError("--team-bias is a fraction from 0 to 0.5, such as 0.02 for 2 points.");
}

function policyOf(text: string) {
  const parsed = parsePolicy(text);
  if ("policy" in parsed) return parsed.policy;
  throw new RungError(
    "bad_input",
    `${parsed.problem}.`,
    'A policy looks like {"kind":"gated-ladder","eta":"0.01","c":3,"climbs":12,"noise":"0.5","noisyGate":true}.',
  );
}
