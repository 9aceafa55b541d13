import type { Database } from "../../../db/client";
import type { Policy } from "../../release/policy";
import type { LoggedLine } from "../logged-line";
import { mergeReplayed } from "./merge-replayed";
import type { PageFacts } from "./page-facts";
import { replayDecision } from "./replay-decision";
import { replayVoid } from "./replay-void";
import type { ReplayedLadder } from "./replayed-ladder";

type Ladders = Map<string, ReplayedLadder>;

/**
 * Replays ladders from the stored bit vectors, line by line in the order of the log.
 * @param ladders the ladders after the lines so far, by `ladderKey`; empty at first
 * @returns what does not agree, in words, or null
 */
export async function replayLine(
  given: { db: Database; ladders: Ladders; policies: ReadonlyMap<string, Policy>; facts: PageFacts },
  logged: LoggedLine,
): Promise<string | null> {
  const { db, ladders, policies, facts } = given;
  const { line, id } = logged;
  switch (line.kind) {
    case "decision":
      return replayDecision(ladders, line, { id, policy: policies.get(line.public.pool), facts });
    case "void":
      return replayVoid({ db, ladders, policies }, line, id);
    case "merge":
      mergeReplayed(ladders, policies, line, id);
      return null;
    // The other kinds move no ladder.
    case "submission":
    case "evaluation":
    case "repeat":
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
    case "exact-scores-read":
    case "pool-closing":
    case "maintainer-sign-in":
    case "benchmark":
    case "test-set":
    case "reference-import":
    case "adaptivity":
    case "token":
      return null;
  }
}
