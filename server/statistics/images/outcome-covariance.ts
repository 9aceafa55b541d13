/**
 * The covariance of the accuracies of models that answered the same `images`, if these are drawn anew with replacement:
 * `(P_ij - p_i p_j) / n`, P_ij the share of images that both get wrong; that of right answers is the same.
 * @param wrong for each model one bit an image, 1 = wrong, in words of 32; bits past the last image are 0
 * @returns `models * models` numbers
 */
export function outcomeCovariance(wrong: readonly Uint32Array[], images: number): Float64Array {
  const models = wrong.length;
  const covariance = new Float64Array(models * models);
  const shares = wrong.map((bits) => bothIn(bits, bits) / images);
  for (let i = 0; i < models; i++) {
    for (let j = 0; j <= i; j++) {
      const both = bothIn(wrong[i]!, wrong[j]!) / images;
      const value = (both - shares[i]! * shares[j]!) / images;
      covariance[i * models + j] = value;
      covariance[j * models + i] = value;
    }
  }
  return covariance;
}

/** Warren, Hacker's Delight, section 5-1. */
function bothIn(first: Uint32Array, second: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < first.length; i++) {
    const word = first[i]! & second[i]!;
    const pairs = word - ((word >>> 1) & 0x55555555);
    const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
    count += Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
