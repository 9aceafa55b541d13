import { answersAlways } from "@/server/release/answers-always";
import { climbLimit } from "@/server/release/climb-limit";
import { biasCeiling, bitsGivenAway, possibleValues } from "@/server/release/information-bound";
import type { Policy } from "@/server/release/policy";

/**
 * The theorem's ceiling before anything is submitted, a fraction: the expected bias that nobody exceeds with `submissions` from each of
 * `teams` teams, if all are used and the ladders climb as often as gives away most. Bits are counted as the meters count them.
 */
export function policyCeiling(
  policy: Policy,
  { images, submissions, teams }: { images: number; submissions: number; teams: number },
): number {
  const all = submissions * teams;
  const values = possibleValues({ policy, total: images, below: null });
  const climbs = mostTellingClimbs(policy, { all, teams, values });
  const releasedValues = Array.from({ length: climbs }, () => values);
  const bits = bitsGivenAway({ submissions: all, climbs, releasedValues });
  return Math.min(1, biasCeiling({ bits, images }));
}

/** `log2 C(all, m) + m log2 values` grows with m as long as m <= (all + 1) values / (values + 1). */
function mostTellingClimbs(
  policy: Policy,
  { all, teams, values }: { all: number; teams: number; values: number },
): number {
  if (answersAlways(policy)) return all;
  const telling = Math.floor(((all + 1) * values) / (values + 1));
  return Math.min(all, telling, climbLimit(policy) * teams);
}
