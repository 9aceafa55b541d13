import { climbLimit } from "../climb-limit";
import { noiseDeviation } from "../draw-noise";
import { sureRate } from "./aim-probe";
import type { Attack } from "./attack";
import { sandbagTunings } from "./sandbag-tunings";

/**
 * What an attack by inference is free to choose: the share of the torn images flipped in a probe, the share of probes that shall climb,
 * the known images churned (spoiled and righted, together) and the steps asked for.
 */
export type InferenceTuning = { share: number; rate: number; churn: number; atLeast: number };

/**
 * The tunings worth trying. With a limit on climbs the optimum is flat, at or a little below the rate that uses them up; the choices stay
 * there, so that luck in the trials costs little. Noise that moves the gate is met with many flips at once; an exact gate is lifted above
 * a noisy step by churn, where few flips are read as well as many. `sureRate` spends every climb on a released number alone.
 */
export function inferenceTunings(attack: Attack): InferenceTuning[] {
  const { policy, images } = attack;
  const limit = climbLimit(policy);
  if (limit === Number.POSITIVE_INFINITY)
    return sandbagTunings(attack).map((tuning) => unlimited(attack, tuning));
  const usesUp = Math.max(0.5, limit - 1) / attack.submissions;
  const exactGate = policy.kind === "gated-ladder" && !policy.noisyGate && noiseDeviation(policy, images) > 0;
  const searching = (exactGate ? [1 / 4, 1 / 7, 1 / 10] : [1 / 2, 1 / 3, 1 / 7]).flatMap((share) =>
    (exactGate ? [0.4, 0.5] : [0, 0.15, 0.5]).flatMap((churn) =>
      (exactGate ? [0.85, 1] : [0.7, 1]).map((factor) => ({
        share,
        rate: Math.min(0.5, factor * usesUp),
        churn: churn * images,
        atLeast: 1,
      })),
    ),
  );
  const asking = [2, 3].map((atLeast) => ({
    share: 1 / 3,
    rate: Math.min(0.5, usesUp),
    churn: 0,
    atLeast,
  }));
  return [...searching, ...asking, { share: 0.5, rate: sureRate, churn: 0, atLeast: 1 }];
}

function unlimited({ images, unsure }: Attack, tuning: { flips: number; rate: number }): InferenceTuning {
  const torn = Math.max(1, Math.round(unsure * images));
  return { share: tuning.flips / torn, rate: tuning.rate, churn: 0, atLeast: 1 };
}
