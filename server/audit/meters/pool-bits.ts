import { bitsGivenAway, possibleValues } from "../../release/information-bound";
import type { LadderState } from "../../release/ladder-state";
import type { Policy } from "../../release/policy";
import { rational } from "../../release/rational";

/** The counts behind a pool's bits. */
export interface GivenAway {
  policy: Policy;
  /** Images of the primary guarded part. */
  images: number;
  /** Decisions of team ladders, and the climbs among them. */
  decided: number;
  climbs: number;
  /** Decisions of the ladder that earlier versions kept for records, and the climbs among them. */
  recordLadder: { decided: number; climbs: number };
  /** Climbs by the rung that the ladder stood on before. */
  rungs: { before: LadderState["rung"]; climbs: number }[];
  /**
   * Scores that decided nothing: other test sets' and metrics', and those of references, by the images they are counted over.
   * Earlier versions let out `exact` ones of references.
   */
  others: { images: number; scores: number; exact: boolean }[];
  /** Results that did not appear at the end of the first window, by the window. */
  late: { windows: number; results: number }[];
  /** Bits of the intervals that rest on references' answers to its images. */
  intervals: number;
}

/**
 * The bits that a pool has given away at most (guard.md): which submissions climbed, and for every
 * number released the values it could have taken, a deciding one none above its team's rung.
 * A late result counts for its window twice, once as planned and once as overrun: which of the two it was stays secret, and the
 * machine plans but a model may overrun.
 */
export function poolBits(given: GivenAway): number {
  const { policy, images, decided, climbs, recordLadder } = given;
  const which =
    bitsGivenAway({ submissions: decided, climbs, releasedValues: [] }) +
    bitsGivenAway({ submissions: recordLadder.decided, climbs: recordLadder.climbs, releasedValues: [] });
  const deciding = given.rungs.reduce((sum, { before, climbs }) => {
    const below = before && rational(BigInt(before.numerator), BigInt(before.denominator));
    return sum + climbs * Math.log2(possibleValues({ policy, total: images, below }));
  }, 0);
  const others = given.others.reduce(
    (sum, { images, scores, exact }) =>
      sum +
      scores *
        Math.log2(possibleValues({ policy: exact ? { kind: "exact" } : policy, total: images, below: null })),
    0,
  );
  const late = given.late.reduce((sum, { windows, results }) => sum + results * 2 * Math.log2(windows), 0);
  return which + deciding + others + late + given.intervals;
}
