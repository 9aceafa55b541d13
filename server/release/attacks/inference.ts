import type { SeededRandom } from "../../statistics/seeded-random";
import { type BitVector, emptyBits, flipBit, setBit } from "../bit-vector";
import { climbLimit } from "../climb-limit";
import { rungLoss } from "../ladder-state";
import { rationalToNumber } from "../rational";
import { roundingGrid } from "../rounding-grid";
import type { Attack } from "./attack";
import { type Belief, expectSides, learn, noBelief } from "./belief";
import { blocksOf } from "./blocks-of";
import { fixedGainsForRate, worthOfAnswer } from "./probe-plan";
import { releasedSurprise } from "./released-surprise";
import { reserveOf } from "./reserve-of";
import type { SandbagTuning } from "./sandbag";
import { sideBias } from "./side-bias";
import { offer, type SimulatedLadder, untouchedLadder } from "./simulated-ladder";

type Team = {
  ladder: SimulatedLadder;
  /** The side taken on each torn image in the last released model: 1 right, -1 wrong. Only the guard reads the truth. */
  sides: Int8Array;
  wrong: BitVector;
  /** Number of known images wrong on purpose: the first ones after the torn images. */
  known: number;
  nextBlock: (size: number) => Int32Array;
};

/**
 * Prepares an attack by inference, a sandbag that wastes nothing, to run any number of times. It puts an exact number of known
 * images right (or wrong) beside the flips, so that its probes climb at the wanted rate wherever the policy's weakest barrier is,
 * d = 0 included; it reads each released value as one more fair bit, having started at a rounding boundary; and it plans each
 * probe from its belief about every torn image, shared by all teams. A run returns the bias at each checkpoint as a fraction
 * (`sideBias`).
 */
export function inference(
  attack: Attack,
  tuning: SandbagTuning,
): (checkpoints: readonly number[], random: SeededRandom) => number[] {
  const torn = Math.round(attack.unsure * attack.images);
  const flips = Math.min(tuning.flips, torn);
  const gainsFor = gainsByRate(attack, flips);
  return (checkpoints, random) => {
    const belief = noBelief(torn);
    const teams = Array.from({ length: attack.teams }, () => startAtTurn(attack, belief, random));
    const biases: number[] = [];
    for (let submission = 1; submission <= attack.submissions; submission++) {
      for (const team of teams) {
        if (submission === 1 || team.ladder.state.closed) continue;
        const gains = gainsFor(rateNow(attack, tuning, team, submission));
        probe(attack, { flips, gains }, team, belief, random);
      }
      if (checkpoints.includes(submission)) biases.push(sideBias(belief.odds, attack.images, random));
    }
    return biases;
  };
}

/** The wanted climbs per probe: the tuning's, adjusted to the climbs left for the probes left. */
function rateNow({ policy, submissions }: Attack, { rate }: SandbagTuning, team: Team, submission: number) {
  const limit = climbLimit(policy);
  if (limit === Number.POSITIVE_INFINITY) return rate;
  const climbs = (limit - team.ladder.state.climbs) / Math.max(1, limit - 1);
  return Math.min(0.5, (rate * climbs * submissions) / (submissions - submission + 1));
}

/** `fixedGainsForRate` at rates a quarter of a doubling apart, each computed once. */
function gainsByRate({ policy, images }: Attack, flips: number): (rate: number) => number {
  const known = new Map<number, number>();
  return (rate) => {
    const quarter = Math.round(4 * Math.log2(Math.max(rate, 0.01)));
    const gains = known.get(quarter) ?? fixedGainsForRate(policy, images, flips, 2 ** (quarter / 4));
    known.set(quarter, gains);
    return gains;
  };
}

/** The first release, its expected errors at a rounding boundary. */
function startAtTurn(attack: Attack, belief: Belief, random: SeededRandom): Team {
  const { policy, images } = attack;
  const torn = belief.all.length;
  const wrong = emptyBits(images);
  const sides = new Int8Array(torn);
  for (let i = 0; i < torn; i++) {
    sides[i] = random.uint32() & 1 ? 1 : -1;
    if (sides[i] === -1) setBit(wrong, i);
  }
  const reserve = reserveOf(attack);
  const excess = pastTurn(attack, reserve + (torn - expectSides(belief, belief.all, sides).mean) / 2);
  const known = Math.max(0, reserve - Math.round(excess));
  for (let i = 0; i < known; i++) setBit(wrong, torn + i);
  const ladder = offer(policy, untouchedLadder, wrong, random.fraction);
  const team = { ladder, sides, wrong, known, nextBlock: blocksOf(torn, random) };
  readReleased(attack, team, belief);
  return team;
}

/** The number of errors beyond the last rounding boundary. */
function pastTurn({ policy, images }: Attack, errors: number): number {
  const grid = roundingGrid(policy);
  if (grid === "exact") return 0;
  const step = rationalToNumber(grid) * images;
  const turns = errors / step - 0.5;
  return (turns - Math.floor(turns)) * step;
}

function readReleased({ policy, images }: Attack, team: Team, belief: Belief): void {
  const expected = expectSides(belief, belief.all, team.sides);
  const released = { loss: rungLoss(team.ladder.state)!, grid: roundingGrid(policy), images };
  const surprise = releasedSurprise(released, team.known, { count: belief.all.length, ...expected });
  learn(belief, belief.all, team.sides, surprise);
}

function probe(
  attack: Attack,
  plan: { flips: number; gains: number },
  team: Team,
  belief: Belief,
  random: SeededRandom,
): void {
  const { policy, images } = attack;
  const block = team.nextBlock(plan.flips);
  const { mean, variance } = expectSides(belief, block, team.sides);
  // Flipping sides believed right costs `mean` images; known ones make up for them.
  const spoilable = images - belief.all.length - team.known;
  const righted = Math.max(-spoilable, Math.min(team.known, Math.round(plan.gains + mean)));
  turn(team, block, belief.all.length, righted);
  team.ladder = offer(policy, team.ladder, team.wrong, random.fraction);
  const answered = { D: block.length + Math.abs(righted), gains: righted - mean, variance };
  const { ifClimbed, ifHeld } = worthOfAnswer(policy, images, answered);
  const { climbed } = team.ladder;
  learn(belief, block, team.sides, climbed ? -ifClimbed : -ifHeld);
  if (!climbed) return turn(team, block, belief.all.length, righted);
  team.known -= righted;
  for (let i = 0; i < block.length; i++) team.sides[block[i]!]! *= -1;
  readReleased(attack, team, belief);
}

/** Flips the block and the known images that change; a second call undoes the first. */
function turn(team: Team, block: Int32Array, torn: number, righted: number): void {
  for (let i = 0; i < block.length; i++) flipBit(team.wrong, block[i]!);
  const end = torn + team.known;
  for (let i = Math.min(end, end - righted); i < Math.max(end, end - righted); i++) flipBit(team.wrong, i);
}
