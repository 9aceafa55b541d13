import type { SeededRandom } from "../../statistics/seeded-random";
import { answersAlways } from "../answers-always";
import { type BitVector, emptyBits, flipBit, getBit, setBit } from "../bit-vector";
import { rungLoss } from "../ladder-state";
import { compareRationals, type Rational, rationalToNumber } from "../rational";
import type { Attack } from "./attack";
import { blocksOf } from "./blocks-of";
import { drawLabels } from "./draw-labels";
import { offer, untouchedLadder } from "./simulated-ladder";

/**
 * One climbing attack by one team: from the last released vector, relabel a block of `block` untried torn images and keep the
 * change if it climbed (under policies that always answer: if the released loss fell). Returns the bias at each checkpoint as a
 * fraction: the best rung minus chance.
 */
export function climb(
  attack: Attack,
  block: number,
  checkpoints: readonly number[],
  random: SeededRandom,
): number[] {
  const { policy, images, classes } = attack;
  const torn = Math.round(attack.unsure * images);
  const chance = (torn * (classes - 1)) / (classes * images);
  const labels = new Uint16Array(torn);
  drawLabels(labels, classes, random);
  const wrong = emptyBits(images);
  for (let i = 0; i < torn; i++) if (labels[i] !== 0) setBit(wrong, i);
  const nextBlock = blocksOf(torn, random);
  let ladder = untouchedLadder;
  let best: Rational | null = null;
  const biases: number[] = [];
  for (let submission = 1; submission <= attack.submissions; submission++) {
    const tried = submission === 1 ? new Int32Array() : nextBlock(Math.min(block, torn));
    const before = relabel(tried, labels, wrong, classes, random);
    ladder = offer(policy, ladder, wrong, random.fraction);
    const loss = rungLoss(ladder.state)!;
    if (ladder.climbed && (!best || compareRationals(loss, best) < 0)) best = loss;
    else if (!ladder.climbed || answersAlways(policy)) restore(tried, before, labels, wrong);
    if (checkpoints.includes(submission)) biases.push(chance - rationalToNumber(best!));
  }
  return biases;
}

/** The block sizes worth trying: the best one depends on the policy's step and gate and on the number of submissions. */
export function climbingBlocks(attack: Attack): number[] {
  const torn = Math.round(attack.unsure * attack.images);
  const sizes = [2, 5, 10, 20, 40, 70, 100, 200, 400, 800, 1600, 3000, Math.floor(torn / attack.submissions)];
  return [...new Set(sizes.filter((size) => size >= 1 && size <= torn))];
}

/** Gives every image of the block another label; returns the previous labels. The true label is class 0. */
function relabel(
  block: Int32Array,
  labels: Uint16Array,
  wrong: BitVector,
  classes: number,
  random: SeededRandom,
): Uint16Array {
  const before = new Uint16Array(block.length);
  for (let i = 0; i < block.length; i++) {
    const image = block[i]!;
    before[i] = labels[image]!;
    const turn = 1 + Math.floor((random.uint32() / 2 ** 32) * (classes - 1));
    setLabel(image, (before[i]! + turn) % classes, labels, wrong);
  }
  return before;
}

function restore(block: Int32Array, before: Uint16Array, labels: Uint16Array, wrong: BitVector): void {
  for (let i = 0; i < block.length; i++) setLabel(block[i]!, before[i]!, labels, wrong);
}

function setLabel(image: number, label: number, labels: Uint16Array, wrong: BitVector): void {
  labels[image] = label;
  if (getBit(wrong, image) !== (label !== 0)) flipBit(wrong, image);
}
