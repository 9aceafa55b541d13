import { isClosed, type LadderState } from "./ladder-state";
import type { Policy } from "./policy";

/**
 * A ladder after one of its decisions was voided. A voided climb is no longer counted; where it was the ladder's last decision (`back`)
 * the ladder goes back to the rung before it. Later decisions stand: otherwise the rung stays. A voided hold changes nothing.
 */
export function voidStep(given: {
  policy: Policy;
  state: LadderState;
  decision: "climbed" | "held";
  rungBefore: LadderState["rung"];
  back: boolean;
}): LadderState {
  const { policy, state, decision, rungBefore, back } = given;
  if (decision === "held") return state;
  const climbs = state.climbs - 1;
  return { rung: back ? rungBefore : state.rung, climbs, closed: isClosed(policy, climbs) };
}
