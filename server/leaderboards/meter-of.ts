import type { pools } from "../../db/schema";
import { biasCeiling, bitsGivenAway, possibleValues } from "../release/information-bound";
import type { Policy } from "../release/policy";
import { type Rational, rational } from "../release/rational";
import { releaseStep } from "../release/release-step";
import type { Meter, Metric } from "./leaderboard-schema";

/** A released score of an entry on one of a pool's test sets. */
export interface Released {
  submissionId: string;
  teamId: string;
  testSetId: string;
  metric: Metric;
  accuracy: number;
  total: number;
}

/**
 * What a pool has given away: the bits of guard.md (which submissions climbed, and every number released at a climb), and which
 * of the climbs were records, since the global ladder answers too.
 * @param primary the primary test set: `images` of its guarded part
 * @param scored submissions decided
 * @param released in the order of submission
 */
export function meterOf(given: {
  pool: Pick<typeof pools.$inferSelect, "name" | "policy" | "firstReleaseBudget">;
  primary: { id: string; images: number };
  scored: number;
  records: number;
  released: readonly Released[];
}): Meter {
  const { pool, primary, scored, records, released } = given;
  const climbs = new Set(released.map((score) => score.submissionId)).size;
  const bits =
    bitsGivenAway({
      submissions: scored,
      climbs,
      releasedValues: valuesPossible(pool.policy, primary.id, released),
    }) + bitsGivenAway({ submissions: climbs, climbs: records, releasedValues: [] });
  return {
    pool: pool.name,
    policy: pool.policy.kind,
    images: primary.images,
    scored,
    climbs,
    records,
    firstReleases: new Set(released.map((score) => score.teamId)).size,
    firstReleaseBudget: pool.firstReleaseBudget,
    bits,
    ceiling: primary.images > 0 ? biasCeiling({ bits, images: primary.images }) : 0,
  };
}

/** How many values each released number could have taken: a deciding score none above its team's rung, any other all. */
function valuesPossible(policy: Policy, primaryId: string, released: readonly Released[]): number[] {
  const rungs = new Map<string, Rational>();
  return released.map((score) => {
    const decides = score.testSetId === primaryId && score.metric === "top1";
    const below = decides ? (rungs.get(score.teamId) ?? null) : null;
    if (decides) rungs.set(score.teamId, lossOf(score, policy));
    return possibleValues({ policy, total: score.total, below });
  });
}

/** The exact loss of a released accuracy, which is kept as a double: the nearest multiple of the policy's step. */
function lossOf({ accuracy, total }: Released, policy: Policy): Rational {
  const step = releaseStep(policy) ?? rational(1n, BigInt(total));
  const multiple = Math.round(((1 - accuracy) * Number(step.denominator)) / Number(step.numerator));
  return rational(BigInt(multiple) * step.numerator, step.denominator);
}
