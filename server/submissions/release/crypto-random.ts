import { randomBytes } from "node:crypto";

/** A fraction in [0, 1) from the operating system's generator, 48 bits of it: for noise, splits and permutations that must not be guessed. */
export function cryptoRandom(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}
