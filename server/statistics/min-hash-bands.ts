/**
 * Keys for finding nearly equal sets among very many: MinHash (Broder 1997) in bands (Leskovec, Rajaraman, Ullman, Mining of
 * Massive Datasets, section 3.4). Two sets whose Jaccard similarity is s share a band with probability `1 - (1 - s^rows)^bands`:
 * with 14 bands of 8 rows 0.9996 at s = 0.9, 0.92 at 0.8, 0.05 at 0.5. Fewer bands are the first of more.
 * @param members whole numbers of 32 bits, each once
 * @param salt a whole number of 32 bits; sets under different salts share nothing
 * @returns `bands` whole numbers below 2^53, none for an empty set
 */
export function minHashBands({
  members,
  salt,
  bands = 14,
  rows = 8,
}: {
  members: ArrayLike<number>;
  salt: number;
  bands?: number;
  rows?: number;
}): number[] {
  if (members.length === 0) return [];
  return Array.from({ length: bands }, (_, band) => {
    let high = mix(salt ^ band);
    let low = mix(high + 1);
    for (let row = 0; row < rows; row++) {
      const least = leastHash(members, mix(salt + band * rows + row));
      high = mix(high ^ least);
      low = mix(low + least);
    }
    return (high >>> 11) * 2 ** 32 + low;
  });
}

function leastHash(members: ArrayLike<number>, seed: number): number {
  let least = 0xffffffff;
  for (let i = 0; i < members.length; i++) {
    const hash = mix(mix(members[i]!) ^ seed);
    if (hash < least) least = hash;
  }
  return least;
}

/** A permutation of the 32-bit numbers that scatters neighbours (the finaliser of MurmurHash3, Appleby 2011). */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
