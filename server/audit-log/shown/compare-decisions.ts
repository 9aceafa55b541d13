import { decisionTraceSchema } from "../../release/decision-trace";
import { canonicalJson } from "../canonical-json";
import type { LineOf } from "../line-schema";
import type { LoggedLine } from "../logged-line";
import type { StoredSubmission } from "./stored-submission";

/**
 * Checks that the decisions and repeats stored beside the log are those that its lines tell of: what maintainers see follows from them.
 * @returns what does not agree, in words, or null
 */
export function compareDecisions({ lines, decisions, repeats }: StoredSubmission): string | null {
  for (const { line, id, at } of lines) {
    if (line.kind === "decision" && !decisions.some((row) => isDecidedBy(line, at, row)))
      return `line ${id}: the stored decision differs`;
    const outcome = line.kind === "repeat" ? line.secret.outcome : undefined;
    if (outcome && !repeats.some((row) => canonicalJson(row.outcome) === canonicalJson(outcome)))
      return `line ${id}: the stored repeat is not the one that it tells of`;
  }
  return null;
}

function isDecidedBy(
  { public: fields, secret }: LineOf<"decision">,
  at: LoggedLine["at"],
  row: StoredSubmission["decisions"][number],
): boolean {
  const { before, after } = secret;
  return (
    row.poolId === fields.pool &&
    row.scope === fields.scope &&
    row.decision === fields.decision &&
    (fields.scope !== "team" || row.decidedAt.getTime() === at.getTime()) &&
    canonicalJson({ trace: row.trace, before: row.before, after: row.after }) ===
      canonicalJson({ trace: traceOf(secret), before, after })
  );
}

function traceOf(secret: LineOf<"decision">["secret"]) {
  const names = Object.keys(decisionTraceSchema.shape) as (keyof typeof decisionTraceSchema.shape)[];
  return Object.fromEntries(names.map((name) => [name, secret[name]]));
}
