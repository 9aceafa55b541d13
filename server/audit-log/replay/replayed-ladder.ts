import { z } from "zod";
import { freshLadder } from "../../release/ladder-state";
import { ladderStateSchema } from "../../release/ladder-state-schema";
import { decidedOnSchema } from "./decided-on";

/** A ladder according to the log; the global one has no team. */
export const replayedLadderSchema = z.strictObject({
  teamId: z.uuid().nullable(),
  state: ladderStateSchema,
  /** What it compared with, one climb after another; the last is what it compares with now. */
  baselines: z.array(decidedOnSchema),
  /** The submissions whose decisions stand since the last merge, in order. */
  standing: z.array(z.uuid()),
  /** The last line that changed it. */
  line: z.int(),
});
export type ReplayedLadder = z.output<typeof replayedLadderSchema>;

/** Names a ladder: a pool's global one, or a team's. */
export const ladderKey = (poolId: string, teamId: string | null): string => `${poolId} ${teamId ?? "global"}`;

/** A ladder that no decision has moved. */
export const untouchedLadder = { state: freshLadder, baselines: [], standing: [] };
