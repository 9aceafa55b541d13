import { mutate } from "../../fixtures/onnx/mutate";
import { mendSums } from "./mend-sums";

/** Draws one of the seeds, damaged once or often; of half of them the sums are right again. */
export function drawDamaged(seeds: Uint8Array[]): (random: () => number) => Uint8Array {
  return (random) => {
    const damaged = mutate(seeds, random, random() < 0.6 ? 1 : 4);
    return random() < 0.5 ? mendSums(damaged) : damaged;
  };
}
