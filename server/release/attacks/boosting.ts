import type { SeededRandom } from "../../statistics/seeded-random";
import { type BitVector, emptyBits, setBit } from "../bit-vector";
import { rungLoss } from "../ladder-state";
import { compareRationals, type Rational, rational, rationalToNumber } from "../rational";
import type { Attack } from "./attack";
import { drawLabels } from "./draw-labels";
import { offer, type SimulatedLadder, untouchedLadder } from "./simulated-ladder";

/**
 * One boosting attack (Blum & Hardt 2015, section 5): every submission is a random label vector; those released strictly above
 * chance vote, and the majority (a fair coin on ties) is submitted. With several teams, the last one saves its free first release
 * for the vote. Returns the bias at each checkpoint as a fraction: the number shown at that point (the rung if the vote was held)
 * minus chance.
 */
export function boost(attack: Attack, checkpoints: readonly number[], random: SeededRandom): number[] {
  const torn = Math.round(attack.unsure * attack.images);
  const chance = rational(BigInt(torn * (attack.classes - 1)), BigInt(attack.classes * attack.images));
  const votes = new Int32Array(torn * attack.classes);
  const labels = new Uint16Array(torn);
  const ladders = Array.from({ length: Math.max(1, attack.teams - 1) }, () => untouchedLadder);
  const biases: number[] = [];
  for (let submission = 1; submission <= attack.submissions; submission++) {
    for (const [team, ladder] of ladders.entries()) {
      drawLabels(labels, attack.classes, random);
      const next = offer(attack.policy, ladder, wrongOf(labels, attack.images), random.fraction);
      ladders[team] = next;
      const weight = voteWeight(next, chance, attack.signed);
      if (weight !== 0) {
        for (let i = 0; i < torn; i++) votes[i * attack.classes + labels[i]!]! += weight;
      }
    }
    if (checkpoints.includes(submission)) {
      takeMajority(votes, labels, attack.classes, random);
      const voter = attack.teams > 1 ? untouchedLadder : ladders[0]!;
      const shown = offer(attack.policy, voter, wrongOf(labels, attack.images), random.fraction);
      biases.push(rationalToNumber(chance) - rationalToNumber(rungLoss(shown.state)!));
    }
  }
  return biases;
}

/** The true label is class 0 on every image: labels are drawn independently of it, so no generality is lost. */
function wrongOf(labels: Uint16Array, images: number): BitVector {
  const wrong = emptyBits(images);
  for (let i = 0; i < labels.length; i++) if (labels[i] !== 0) setBit(wrong, i);
  return wrong;
}

function voteWeight(ladder: SimulatedLadder, chance: Rational, signed: boolean): number {
  if (!ladder.climbed) return 0;
  const side = -compareRationals(rungLoss(ladder.state)!, chance);
  return signed ? side : Math.max(0, side);
}

function takeMajority(votes: Int32Array, labels: Uint16Array, classes: number, random: SeededRandom): void {
  for (let i = 0; i < labels.length; i++) {
    let best = Number.NEGATIVE_INFINITY;
    let ties = 0;
    for (let label = 0; label < classes; label++) {
      const count = votes[i * classes + label]!;
      if (count > best) [best, ties] = [count, 0];
      else if (count < best) continue;
      ties += 1;
      if (ties === 1 || random.fraction() * ties < 1) labels[i] = label;
    }
  }
}
