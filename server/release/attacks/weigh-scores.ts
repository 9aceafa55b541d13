import type { SeededRandom } from "../../statistics/seeded-random";
import { emptyBits, flipBit, setBit } from "../bit-vector";
import { rungLoss } from "../ladder-state";
import { rationalToNumber } from "../rational";
import type { Attack } from "./attack";
import { drawBinomial } from "./draw-binomial";
import { reserveOf } from "./reserve-of";
import { sideBias } from "./side-bias";
import { offer, untouchedLadder } from "./simulated-ladder";

/**
 * The sandbag's form under a policy that answers every submission with a number: each submission takes random sides on the torn
 * images, with a random half of the reserve wrong to dither the rounding, and every side gains the answer's distance from chance
 * as evidence. Returns the bias at each checkpoint as a fraction (`sideBias`).
 */
export function weighScores(attack: Attack, checkpoints: readonly number[], random: SeededRandom): number[] {
  const { policy, images } = attack;
  const torn = Math.round(attack.unsure * images);
  const reserve = reserveOf(attack);
  const evidence = new Float64Array(torn);
  const sides = new Int8Array(torn);
  const biases: number[] = [];
  for (let submission = 1; submission <= attack.submissions; submission++) {
    for (let team = 0; team < attack.teams; team++) {
      const wrong = emptyBits(images);
      for (let i = 0; i < torn; i++) {
        sides[i] = random.uint32() & 1 ? 1 : -1;
        if (sides[i] === -1) setBit(wrong, i);
      }
      const dither = drawBinomial(reserve, 0.5, random.fraction);
      for (let i = 0; i < dither; i++) flipBit(wrong, torn + i);
      const { state } = offer(policy, untouchedLadder, wrong, random.fraction);
      const surplus = torn / 2 + dither - rationalToNumber(rungLoss(state)!) * images;
      for (let i = 0; i < torn; i++) evidence[i]! += sides[i]! * surplus;
    }
    if (checkpoints.includes(submission)) biases.push(sideBias(evidence, images, random));
  }
  return biases;
}
