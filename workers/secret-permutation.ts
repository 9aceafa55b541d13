/** Draws a random order of `images` numbers (Fisher & Yates; `random` gives fractions in [0, 1) from a cryptographic source). */
export function secretPermutation(images: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: images }, (_, image) => image);
  for (let last = images - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const swapped = order[last]!;
    order[last] = order[other]!;
    order[other] = swapped;
  }
  return order;
}
