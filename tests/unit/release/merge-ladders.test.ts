import { expect, test } from "vitest";
import { freshLadder, type LadderState } from "@/server/release/ladder-state";
import { mergeLadders } from "@/server/release/merge-ladders";

const policy = { kind: "gated-ladder", eta: "0.02", c: 4, climbs: 3, noise: "1" } as const;
const at = (numerator: string, denominator: string, climbs: number): LadderState => ({
  rung: { numerator, denominator },
  climbs,
  closed: climbs >= policy.climbs,
});
const merge = (kept: LadderState, merged: LadderState) =>
  mergeLadders({ policy, kept: { state: kept, of: "kept" }, merged: { state: merged, of: "merged" } });

test.each([
  [
    "the merged team's lower loss stays, with its baseline",
    at("3", "10", 1),
    at("1", "4", 1),
    "merged",
    "1/4",
  ],
  ["the kept team's lower loss stays", at("1", "5", 1), at("1", "4", 1), "kept", "1/5"],
  ["of equals the kept team's", at("1", "4", 1), at("1", "4", 1), "kept", "1/4"],
  ["a rung is higher than none", freshLadder, at("9", "10", 2), "merged", "9/10"],
  ["losses are compared as fractions", at("9", "50", 1), at("1", "5", 1), "kept", "9/50"],
])("%s; the climbs are added", (_, kept, merged, whose, rung) => {
  const { state, of } = merge(kept, merged);
  expect([of, `${state.rung?.numerator}/${state.rung?.denominator}`]).toEqual([whose, rung]);
  expect(state.climbs).toBe(kept.climbs + merged.climbs);
  expect(state.closed).toBe(false);
});

test("the ladder is closed as soon as the climbs together reach the limit, or pass it", () => {
  expect(merge(at("1", "4", 1), at("1", "5", 2)).state).toEqual(at("1", "5", 3));
  expect(merge(at("1", "4", 2), at("1", "5", 3)).state).toEqual(at("1", "5", 5));
});
