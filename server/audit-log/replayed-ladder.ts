import type { BitVector } from "../release/bit-vector";
import type { LadderState } from "../release/ladder-state";

/** A ladder according to the log, and the last line that changed it; the global one has no team. */
export interface ReplayedLadder {
  teamId: string | null;
  state: LadderState;
  baseline: BitVector | null;
  line: number;
}

/** Names a ladder: a pool's global one, or a team's. */
export const ladderKey = (poolId: string, teamId: string | null): string => `${poolId} ${teamId ?? "global"}`;
