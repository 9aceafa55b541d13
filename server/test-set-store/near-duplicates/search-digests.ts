import { type Digest, digestLength } from "./digest";

const bits = 32;
/** Of two digests that are near, at most so many of the 32 coarsest patterns differ in sign. */
const mostBits = 10;

/**
 * Makes digests searchable: the result calls back with the place and the distance of each that is nearer than `within` to another.
 * Their signs are compared first, 32 at a time, as of perceptual hashes; one in a hundred unrelated pairs is looked at further.
 */
export function searchDigests(
  digests: (Digest | null)[],
  within: number,
): (wanted: Digest, found: (place: number, distance: number) => void) => void {
  const signs = Int32Array.from(digests, (digest) => (digest ? signsOf(digest) : 0));
  const values = new Float32Array(digests.length * digestLength).fill(Infinity);
  digests.forEach((digest, place) => digest && values.set(digest, place * digestLength));
  const limit = within ** 2;
  return (wanted, found) => {
    const ours = signsOf(wanted);
    for (let place = 0; place < signs.length; place++) {
      if (bitsIn(ours ^ signs[place]!) > mostBits) continue;
      const square = squareUpTo(limit, wanted, values, place * digestLength);
      if (square < limit) found(place, Math.sqrt(square));
    }
  };
}

function signsOf(digest: Digest): number {
  let signs = 0;
  for (let i = 0; i < bits; i++) if (digest[i]! > 0) signs |= 1 << i;
  return signs;
}

/** The number of bits set (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The squared distance, or any number not below `limit` if it is not below it. */
function squareUpTo(limit: number, wanted: Digest, values: Float32Array, offset: number): number {
  let sum = 0;
  for (let i = 0; i < wanted.length && sum < limit; i++) sum += (wanted[i]! - values[offset + i]!) ** 2;
  return sum;
}
