/** One bit per image: `bytes[i >> 3]` holds image `i` at `1 << (i & 7)`; bits past `length` are zero. */
export type BitVector = { readonly length: number; readonly bytes: Uint8Array };

/** A vector of `length` bits, all zero. */
export function emptyBits(length: number): BitVector {
  return { length, bytes: new Uint8Array(Math.ceil(length / 8)) };
}

/** Reads packed bytes as stored. Throws a RangeError unless they are exactly `length` bits followed by zeros. */
export function bitsFromBytes(bytes: Uint8Array, length: number): BitVector {
  if (bytes.length !== Math.ceil(length / 8)) throw new RangeError("the bytes do not fit the number of bits");
  if (length % 8 !== 0 && (bytes[bytes.length - 1] ?? 0) >> (length % 8) !== 0) {
    throw new RangeError("bits past the end must be zero");
  }
  return { length, bytes };
}

/** Reads `"0100"`, one digit per image; null if there is any other character, or none at all. */
export function bitsFromText(text: string): BitVector | null {
  if (!/^[01]+$/.test(text)) return null;
  const bits = emptyBits(text.length);
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 49) setBit(bits, i);
  return bits;
}

/** Writes `"0100"`, one digit per image. */
export function bitsToText(bits: BitVector): string {
  let text = "";
  for (let i = 0; i < bits.length; i++) text += getBit(bits, i) ? "1" : "0";
  return text;
}

/** Sets image `i` to one, in place. */
export function setBit(bits: BitVector, i: number): void {
  bits.bytes[i >> 3]! |= 1 << (i & 7);
}

/** Flips image `i`, in place. */
export function flipBit(bits: BitVector, i: number): void {
  bits.bytes[i >> 3]! ^= 1 << (i & 7);
}

/** Whether image `i` is one. */
export function getBit(bits: BitVector, i: number): boolean {
  return ((bits.bytes[i >> 3]! >> (i & 7)) & 1) === 1;
}

/** How many bits are one. */
export function countOnes(bits: BitVector): number {
  const words = wordsOf(bits);
  let count = 0;
  for (let i = 0; i < words.length; i++) count += onesIn(words[i]!);
  return count;
}

/** How many images are one in `first` and zero in `second`. Throws a RangeError if the lengths differ. */
export function countOnlyIn(first: BitVector, second: BitVector): number {
  if (first.length !== second.length) throw new RangeError("the vectors have different lengths");
  const x = wordsOf(first);
  const y = wordsOf(second);
  let count = 0;
  for (let i = 0; i < x.length; i++) count += onesIn(x[i]! & ~y[i]!);
  return count;
}

/** The bits as 32-bit words, which are counted four times as fast as bytes; a copy unless the bytes are aligned and whole. */
function wordsOf({ bytes }: BitVector): Uint32Array {
  if (bytes.byteOffset % 4 === 0 && bytes.length % 4 === 0) {
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  }
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  new Uint8Array(words.buffer).set(bytes);
  return words;
}

/** Sums neighbouring bits, pairs, nibbles and bytes in parallel (Warren, Hacker's Delight, section 5-1). */
function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
