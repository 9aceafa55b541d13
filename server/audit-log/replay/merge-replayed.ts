import { mergeLadders } from "../../release/merge-ladders";
import type { Policy } from "../../release/policy";
import type { LineOf } from "../line-schema";
import { ladderKey, type ReplayedLadder, untouchedLadder } from "./replayed-ladder";

/** From this line on, the ladders of one team count as another's. */
export function mergeReplayed(
  ladders: Map<string, ReplayedLadder>,
  policies: ReadonlyMap<string, Policy>,
  { public: { team, into } }: LineOf<"merge">,
  line: number,
): void {
  for (const [poolId, policy] of policies) {
    const [from, to] = [ladderKey(poolId, team), ladderKey(poolId, into)];
    const merged = ladders.get(from);
    const own = ladders.get(to);
    // No ladder goes back over a merge.
    if (own) ladders.set(to, { ...own, standing: [] });
    if (!merged) continue;
    const kept = own ?? { ...untouchedLadder, teamId: into, line };
    ladders.set(to, { ...mergeLadders({ policy, kept, merged }), teamId: into, line, standing: [] });
    ladders.delete(from);
  }
}
