import type { SeededRandom } from "../../statistics/seeded-random";

/** Fills `labels` with classes `0..classes-1`, all equally likely. */
export function drawLabels(labels: Uint16Array, classes: number, random: SeededRandom): void {
  for (let i = 0; i < labels.length; i++) labels[i] = Math.floor((random.uint32() / 2 ** 32) * classes);
}
