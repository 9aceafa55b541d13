/** Whether two lists of scores agree in every bit; a NaN agrees with itself. */
export function sameBits(one: Float32Array, other: Float32Array): boolean {
  const bits = (scores: Float32Array) => new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  const others = bits(other);
  return one.length === other.length && bits(one).every((value, i) => value === others[i]);
}
