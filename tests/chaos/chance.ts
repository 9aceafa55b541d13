import { seededRandom } from "@/server/statistics/seeded-random";

/** Draws that depend on the seed alone; what they meet depends on the machine. */
export interface Chance {
  fraction(): number;
  /** True with this probability. */
  is(probability: number): boolean;
  whole(below: number): number;
  oneOf<T>(items: readonly T[]): T;
  /** A waiting time in ms, exponential around a mean: at any moment the next is as likely. */
  waiting(meanMs: number): number;
}

/** A stream of draws of its own for each `stream`. */
export function chance(seed: number, stream: number): Chance {
  const { fraction } = seededRandom(seed * 1000 + stream);
  const whole = (below: number) => Math.floor(fraction() * below);
  return {
    fraction,
    is: (probability) => fraction() < probability,
    whole,
    oneOf: (items) => items[whole(items.length)]!,
    waiting: (meanMs) => -Math.log(1 - fraction()) * meanMs,
  };
}
