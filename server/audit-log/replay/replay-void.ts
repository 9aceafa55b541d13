import type { Database } from "../../../db/client";
import { hasSameBits } from "../../release/has-same-bits";
import { machineEvidence } from "../../release/machine-evidence";
import type { Policy } from "../../release/policy";
import type { LineOf } from "../line-schema";
import { type LoggedLine, linesOf } from "../logged-line";
import { goBack } from "./go-back";
import type { ReplayedLadder } from "./replayed-ladder";

interface Replay {
  db: Database;
  ladders: Map<string, ReplayedLadder>;
  policies: ReadonlyMap<string, Policy>;
}

/**
 * Voids a decision on the ladders as replayed so far, and checks that the line says truly which of them go back, that the lines before
 * it show that the machine failed the submission, and that no repeat had the same bits.
 * @returns what does not agree, in words, or null
 */
export async function replayVoid(
  replay: Replay,
  { public: fields, secret }: LineOf<"void">,
  id: number,
): Promise<string | null> {
  const all = (await linesOf(replay.db, [fields.submission])).get(fields.submission) ?? [];
  const earlier = all.filter((logged) => logged.id < id);
  if (
    earlier.some(
      ({ line }) => line.kind === "repeat" && line.secret.outcome && hasSameBits(line.secret.outcome),
    )
  )
    return `line ${id}: a decision was voided although a repeat had the same bits`;
  const evidence = earlier.flatMap(evidenceIn);
  if (secret.evidence.length === 0 || !secret.evidence.every((kind) => evidence.includes(kind)))
    return `line ${id}: a decision was voided without evidence`;
  for (const ladder of fields.ladders) {
    const { team, submission } = fields;
    const problem = goBack(replay, { ...ladder, team, submission, earlier, id });
    if (problem) return problem;
  }
  return null;
}

/** What a decision's line says against the machine. */
function evidenceIn({ line }: LoggedLine) {
  if (line.kind !== "decision" || !line.secret.machine) return [];
  return machineEvidence({ ...line.secret.machine, unanswered: line.secret.unanswered ?? 0 });
}
