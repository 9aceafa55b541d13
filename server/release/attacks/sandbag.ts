import type { SeededRandom } from "../../statistics/seeded-random";
import { type BitVector, emptyBits, flipBit, getBit, setBit } from "../bit-vector";
import type { Attack } from "./attack";
import { blocksOf } from "./blocks-of";
import { drawBinomial } from "./draw-binomial";
import { type AnswerWorth, gainsForRate, worthOfAnswer } from "./probe-plan";
import { reserveOf } from "./reserve-of";
import { sideBias } from "./side-bias";
import { offer, type SimulatedLadder, untouchedLadder } from "./simulated-ladder";

/** A sandbag's choices: torn images flipped per probe, and the share of probes that should climb. */
export type SandbagTuning = { flips: number; rate: number };

type Team = {
  ladder: SimulatedLadder;
  /** Wrong images of the last released model: torn ones first, then the remaining reserve, then the rest. */
  wrong: BitVector;
  reserve: number;
  nextBlock: (size: number) => Int32Array;
  plan: Plan;
};

/** A probe: each image of the remaining reserve is corrected with probability `share`. */
type Plan = { flips: number; share: number; worth: AnswerWorth };

/**
 * One sandbag attack on a ladder. Every team starts weak on purpose, wrong on a reserve of known images, so that later answers
 * can be nearly fair bits about the torn ones: a probe flips the sides of the next torn images and corrects just enough of the
 * reserve to climb at the wanted rate (`gainsForRate`). Each answer adds its worth to the evidence of the flipped images; a climb
 * keeps the flips and spends the reserve. The evidence of all teams is pooled. Returns the bias at each checkpoint as a fraction
 * (`sideBias`).
 */
export function sandbag(
  attack: Attack,
  tuning: SandbagTuning,
  checkpoints: readonly number[],
  random: SeededRandom,
): number[] {
  const torn = Math.round(attack.unsure * attack.images);
  const flips = Math.min(tuning.flips, torn);
  const gains = gainsForRate(attack.policy, attack.images, flips, tuning.rate);
  const evidence = new Float64Array(torn);
  const teams = Array.from({ length: attack.teams }, () => startWeak(attack, flips, gains, random));
  const biases: number[] = [];
  for (let submission = 1; submission <= attack.submissions; submission++) {
    for (const team of teams) {
      if (submission > 1 && !team.ladder.state.closed) probe(attack, gains, team, evidence, random);
    }
    if (checkpoints.includes(submission)) biases.push(sideBias(evidence, attack.images, random));
  }
  return biases;
}

function startWeak(attack: Attack, flips: number, gains: number, random: SeededRandom): Team {
  const wrong = emptyBits(attack.images);
  const torn = Math.round(attack.unsure * attack.images);
  const reserve = reserveOf(attack);
  for (let i = 0; i < torn; i++) if (random.uint32() & 1) setBit(wrong, i);
  for (let i = 0; i < reserve; i++) setBit(wrong, torn + i);
  const ladder = offer(attack.policy, untouchedLadder, wrong, random.fraction);
  const plan = planProbe(attack, flips, gains, reserve);
  return { ladder, wrong, reserve, nextBlock: blocksOf(torn, random), plan };
}

function planProbe({ policy, images }: Attack, flips: number, gains: number, reserve: number): Plan {
  const share = reserve > 0 ? Math.min(1, gains / reserve) : 0;
  const mean = share * reserve;
  const spread = { D: flips + mean, gains: mean, variance: flips + mean * (1 - share) };
  return { flips, share, worth: worthOfAnswer(policy, images, spread) };
}

function probe(
  attack: Attack,
  gains: number,
  team: Team,
  evidence: Float64Array,
  random: SeededRandom,
): void {
  const { flips, share, worth } = team.plan;
  const block = team.nextBlock(flips);
  const righted = drawBinomial(team.reserve, share, random.fraction);
  const end = evidence.length + team.reserve;
  turn(team.wrong, block, end - righted, end);
  team.ladder = offer(attack.policy, team.ladder, team.wrong, random.fraction);
  weigh(block, team.wrong, team.ladder.climbed ? worth.ifClimbed : worth.ifHeld, evidence);
  if (!team.ladder.climbed) {
    turn(team.wrong, block, end - righted, end);
  } else if (righted > 0) {
    team.reserve -= righted;
    team.plan = planProbe(attack, flips, gains, team.reserve);
  }
}

/** Flips the block and the images from `from` to `to`; a second call undoes the first. */
function turn(wrong: BitVector, block: Int32Array, from: number, to: number): void {
  for (let i = 0; i < block.length; i++) flipBit(wrong, block[i]!);
  for (let i = from; i < to; i++) flipBit(wrong, i);
}

function weigh(block: Int32Array, wrong: BitVector, worth: number, evidence: Float64Array): void {
  for (let i = 0; i < block.length; i++) {
    const image = block[i]!;
    evidence[image]! += getBit(wrong, image) ? -worth : worth;
  }
}
