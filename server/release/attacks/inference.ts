import type { SeededRandom } from "../../statistics/seeded-random";
import { type BitVector, emptyBits, flipBit, setBit } from "../bit-vector";
import { climbLimit } from "../climb-limit";
import { rungLoss } from "../ladder-state";
import { rationalToNumber } from "../rational";
import { roundingGrid } from "../rounding-grid";
import { aimProbe, sureRate } from "./aim-probe";
import type { Attack } from "./attack";
import { type Belief, noBelief } from "./belief";
import { type Cells, chooseCells, drawCells, flipCells, learn, meanOfCells, sumOfCells } from "./cells";
import type { InferenceTuning } from "./inference-tunings";
import { afterChange, changeOf, type KnownImages, turnKnown } from "./known-images";
import { surpriseOfAnswer } from "./probe-plan";
import { releasedSurprise } from "./released-surprise";
import { reserveOf } from "./reserve-of";
import { sideBias } from "./side-bias";
import { offer, type SimulatedLadder, untouchedLadder } from "./simulated-ladder";

type Team = {
  ladder: SimulatedLadder;
  /** The side taken on each torn image in the model last released: 1 right, -1 wrong. Truth is read by the guard alone. */
  sides: Int8Array;
  wrong: BitVector;
  known: KnownImages;
  cells: Cells;
};

/**
 * Prepares an attack by inference, a sandbag that wastes nothing, to be run any number of times. Its probes climb at the wanted rate
 * wherever the policy's weakest barrier is: beside the flips they put an exact number of known images right or wrong, churn others
 * (half spoiled, half righted, which raises D and leaves d), and ask for steps. Every released number is made a fair bit as well; when
 * climbs are as many as the submissions left, each is made sure and spent on its number. What the answers tell is held in a belief of
 * every torn image, shared by all teams, and in each team's memory of what it knows of sums of them. A run returns the bias at each
 * checkpoint as a fraction (`sideBias`).
 */
export function inference(
  attack: Attack,
  tuning: InferenceTuning,
): (checkpoints: readonly number[], random: SeededRandom) => number[] {
  const torn = Math.round(attack.unsure * attack.images);
  return (checkpoints, random) => {
    const belief = noBelief(torn);
    const teams = Array.from({ length: attack.teams }, () => startAtTurn(attack, tuning, belief, random));
    const biases: number[] = [];
    for (let submission = 1; submission <= attack.submissions; submission++) {
      for (const team of teams) {
        if (submission === 1 || team.ladder.state.closed) continue;
        probe(attack, { ...tuning, rate: rateNow(attack, tuning, team, submission) }, team, belief, random);
      }
      if (checkpoints.includes(submission)) biases.push(sideBias(belief.odds, attack.images, random));
    }
    return biases;
  };
}

/** The wanted climbs per probe: the tuning's, raised or lowered as climbs remain for the probes that remain. */
function rateNow({ policy, submissions }: Attack, { rate }: InferenceTuning, team: Team, submission: number) {
  const limit = climbLimit(policy);
  if (limit === Number.POSITIVE_INFINITY || rate >= sureRate) return rate;
  const left = submissions - submission + 1;
  const climbs = limit - team.ladder.state.climbs;
  if (climbs >= left) return sureRate;
  return Math.min(0.5, (rate * climbs * submissions) / (Math.max(1, limit - 1) * left));
}

/** The first release, its expected errors where the rounding goes from one value to the next. */
function startAtTurn(attack: Attack, tuning: InferenceTuning, belief: Belief, random: SeededRandom): Team {
  const { policy, images } = attack;
  const torn = belief.odds.length;
  const wrong = emptyBits(images);
  const sides = new Int8Array(torn);
  for (let i = 0; i < torn; i++) {
    sides[i] = random.uint32() & 1 ? 1 : -1;
    if (sides[i] === -1) setBit(wrong, i);
  }
  const all = images - torn;
  // Churn needs known images that are right as well as wrong.
  const reserve =
    tuning.churn > 0 ? Math.min(reserveOf(attack), Math.round(all / 2 + 0.05 * images)) : reserveOf(attack);
  const cells = drawCells(torn, random);
  const errors = reserve + (torn - meanOfCells(belief, cells, sides, cells.every)) / 2;
  const known = { torn, all, from: 0, wrong: Math.max(0, reserve - Math.round(pastTurn(attack, errors))) };
  for (let i = 0; i < known.wrong; i++) setBit(wrong, torn + i);
  const ladder = offer(policy, untouchedLadder, wrong, random.fraction);
  const team = { ladder, sides, wrong, known, cells };
  readReleased(attack, team, belief);
  return team;
}

/** How many errors there are beyond the last place where the rounding turns. */
function pastTurn({ policy, images }: Attack, errors: number): number {
  const grid = roundingGrid(policy);
  if (grid === "exact") return 0;
  const step = rationalToNumber(grid) * images;
  const turns = errors / step - 0.5;
  return (turns - Math.floor(turns)) * step;
}

function readReleased({ policy, images }: Attack, team: Team, belief: Belief): void {
  const sum = sumOfCells(belief, team.cells, team.sides, team.cells.every);
  const released = { loss: rungLoss(team.ladder.state)!, grid: roundingGrid(policy), images };
  const surprise = releasedSurprise(released, team.known.wrong, { count: belief.odds.length, ...sum });
  learn(belief, team.cells, team.sides, { sum, surprise });
}

function probe(
  attack: Attack,
  { share, rate, churn, atLeast }: InferenceTuning,
  team: Team,
  belief: Belief,
  random: SeededRandom,
): void {
  const { policy, images } = attack;
  const { cells, sides, known } = team;
  const { chosen, flips } = chooseCells(cells, share, random);
  const sum = sumOfCells(belief, cells, sides, chosen);
  const { variance } = sum;
  const errors = known.wrong + (known.torn - meanOfCells(belief, cells, sides, cells.every)) / 2;
  const room = Math.max(0, 2 * Math.min(known.wrong, known.all - known.wrong) - 0.04 * images);
  const aim = aimProbe(policy, images, { flips, churn, atLeast, rate, variance, errors, room });
  // Flipping sides believed right costs their mean, which known images make up for.
  const change = changeOf(known, aim.gains + sum.mean, aim.churn);
  turn(team, chosen, change);
  team.ladder = offer(policy, team.ladder, team.wrong, random.fraction, atLeast);
  const { climbed } = team.ladder;
  const { righted, spoiled } = change;
  const answered = { D: flips + righted + spoiled, gains: righted - spoiled - sum.mean, variance, atLeast };
  const { shift, narrowing } = surpriseOfAnswer(policy, images, answered, climbed);
  learn(belief, cells, sides, { sum, surprise: { shift: -shift, narrowing } });
  if (!climbed) return turn(team, chosen, change);
  team.known = afterChange(known, change);
  flipCells(cells, sides, chosen);
  readReleased(attack, team, belief);
}

/** Flips the chosen cells and the known images that change; done twice it changes nothing. */
function turn(
  { wrong, known, cells }: Team,
  chosen: Uint8Array,
  change: { righted: number; spoiled: number },
): void {
  for (let c = 0; c < cells.count; c++) {
    if (chosen[c])
      for (let i = cells.starts[c]!; i < cells.starts[c + 1]!; i++) flipBit(wrong, cells.order[i]!);
  }
  turnKnown(wrong, known, change);
}
