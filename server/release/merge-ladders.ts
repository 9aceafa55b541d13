import { isClosed, type LadderState, rungLoss } from "./ladder-state";
import type { Policy } from "./policy";

/**
 * The ladder of two merged teams, with the baseline and whatever else accompanies the state: the higher rung (the lower loss; if
 * equal, the kept team's), the climbs added up, closed if they reach the limit.
 */
export function mergeLadders<Ladder extends { state: LadderState }>(given: {
  policy: Policy;
  kept: Ladder;
  merged: Ladder;
}): Ladder {
  const { policy, kept, merged } = given;
  const higher = isHigher(merged.state, kept.state) ? merged : kept;
  const climbs = kept.state.climbs + merged.state.climbs;
  return { ...higher, state: { rung: higher.state.rung, climbs, closed: isClosed(policy, climbs) } };
}

function isHigher(a: LadderState, b: LadderState): boolean {
  const [lossA, lossB] = [rungLoss(a), rungLoss(b)];
  if (!lossA || !lossB) return lossA !== null;
  return lossA.numerator * lossB.denominator < lossB.numerator * lossA.denominator;
}
