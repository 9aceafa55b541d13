import type { BitVector } from "../../release/bit-vector";
import { freshLadder, type LadderState } from "../../release/ladder-state";

/** A ladder according to the log, and the last line that changed it; the global one has no team. */
export interface ReplayedLadder {
  teamId: string | null;
  state: LadderState;
  baseline: BitVector | null;
  line: number;
  /** The decisions that stand since the last merge, in order, and what the ladder was before each. */
  standing: Standing[];
}

interface Standing {
  submission: string;
  rung: LadderState["rung"];
  baseline: BitVector | null;
}

/** Names a ladder: a pool's global one, or a team's. */
export const ladderKey = (poolId: string, teamId: string | null): string => `${poolId} ${teamId ?? "global"}`;

/** A ladder that no decision has moved. */
export const untouchedLadder = { state: freshLadder, baseline: null, standing: [] };
