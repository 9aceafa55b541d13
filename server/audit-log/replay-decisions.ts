import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import { pools, submissions } from "../../db/schema";
import { hasSameBits } from "../release/has-same-bits";
import { type MachineEvidence, machineEvidence } from "../release/machine-evidence";
import { mergeLadders } from "../release/merge-ladders";
import type { Line, LineOf } from "./line-schema";
import { replayDecision } from "./replay-decision";
import { replayRepeat } from "./replay-repeat";
import { replayVoid } from "./replay-void";
import { ladderKey, type ReplayedLadder, untouchedLadder } from "./replayed-ladder";

type Decision = LineOf<"decision">;
type Ladders = Map<string, ReplayedLadder>;

/**
 * Replays ladders from the stored bit vectors, decision by decision in the order of the log, and checks that pages show what each
 * climb released.
 * @param ladders the ladders after the lines so far, by `ladderKey`; empty at first
 * @returns a function that takes the next line and its number and returns what does not agree, in words, or null
 */
export function replayDecisions(
  db: Database,
  ladders: Ladders,
): (line: Line, id: number) => Promise<string | null> {
  const asked = new Map<string, number>();
  const evidence = new Map<string, MachineEvidence[]>();
  const repeatedAlike = new Set<string>();
  return async function replay(line, id): Promise<string | null> {
    switch (line.kind) {
      case "submission": {
        if ("reference" in line.public) return null;
        const { submission, atLeast = 1 } = line.public;
        asked.set(submission, atLeast);
        return (await storedAtLeast(db, submission)) === atLeast
          ? null
          : `line ${id}: the stored submission asks for another gain`;
      }
      case "decision":
        note(evidence, line);
        return replayDecision(db, ladders, line, { id, atLeast: asked.get(line.public.submission) });
      case "repeat":
        if (line.secret.outcome && hasSameBits(line.secret.outcome))
          repeatedAlike.add(line.public.submission);
        return replayRepeat(db, line, id);
      case "void":
        if (repeatedAlike.has(line.public.submission))
          return `line ${id}: a decision was voided although a repeat had the same bits`;
        return replayVoid(db, ladders, evidence.get(line.public.submission) ?? [], line, id);
      case "merge":
        return merge(db, ladders, line, id);
      // The other kinds move no ladder.
      case "evaluation":
      case "failure":
      case "trial":
      case "withdrawal":
      case "lapse":
      case "spending":
      case "quota-refusal":
      case "original-refusal":
      case "approval":
      case "decline":
      case "vouch":
      case "vouch-rule":
      case "resumption":
      case "verification":
      case "disqualification":
      case "reinstatement":
      case "maintainer-sign-in":
      case "benchmark":
      case "test-set":
      case "reference-import":
      case "token":
        return null;
    }
  };
}

/** What a decision's line says against the machine. */
function note(evidence: Map<string, MachineEvidence[]>, { public: { submission }, secret }: Decision): void {
  const { machine, unanswered = 0 } = secret;
  const found = machine ? machineEvidence({ ...machine, unanswered }) : [];
  evidence.set(submission, [...(evidence.get(submission) ?? []), ...found]);
}

/** From this line on, the ladders of one team count as another's. */
async function merge(
  db: Database,
  ladders: Ladders,
  { public: { team, into } }: LineOf<"merge">,
  line: number,
): Promise<null> {
  for (const pool of await db.select().from(pools)) {
    const [from, to] = [ladderKey(pool.id, team), ladderKey(pool.id, into)];
    const merged = ladders.get(from);
    const own = ladders.get(to);
    // No ladder goes back over a merge.
    if (own) ladders.set(to, { ...own, standing: [] });
    if (!merged) continue;
    const kept = own ?? { ...untouchedLadder, teamId: into, line };
    const joined = mergeLadders({ policy: pool.policy, kept, merged });
    ladders.set(to, { ...joined, teamId: into, line, standing: [] });
    ladders.delete(from);
  }
  return null;
}

async function storedAtLeast(db: Database, submissionId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ atLeast: submissions.atLeast })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  return row?.atLeast;
}
