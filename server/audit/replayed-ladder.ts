import type { BitVector } from "../release/bit-vector";
import type { LadderState } from "../release/ladder-state";

/** A ladder as the log gives it, and the line that left it so. */
export interface ReplayedLadder {
  state: LadderState;
  baseline: BitVector | null;
  line: number;
}

/** Names a ladder: a pool's global one, or a team's. */
export const ladderKey = (poolId: string, teamId: string | null): string => `${poolId} ${teamId ?? "global"}`;
