/**
 * Chris Doty-Humphrey's sfc32 (PractRand, 2010): 128 bits of state, period at least 2^32, one 32-bit number per step. `state` is
 * the generator itself: code that steps it elsewhere continues the same stream.
 */
export type SeededRandom = {
  state: Int32Array;
  /** The next whole number, 0 to 2^32 - 1. */
  uint32: () => number;
  /** The next fraction in [0, 1), with 53 random bits. */
  fraction: () => number;
};

/**
 * Starts a generator whose stream depends on the seed alone.
 * @param seed a whole number from 0 to 2^53 - 1
 */
export function seededRandom(seed: number): SeededRandom {
  const state = Int32Array.of(0x9e3779b9, seed, Math.floor(seed / 2 ** 32), 1);
  const uint32 = () => {
    const [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!];
    const result = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + result;
    state[3] = counter + 1;
    return result >>> 0;
  };
  for (let i = 0; i < 15; i++) uint32();
  return {
    state,
    uint32,
    fraction: () => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53,
  };
}
