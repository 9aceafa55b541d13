/**
 * Draws which images belong to the audit part: `round(images * auditFraction)` of them, every choice equally likely (a partial
 * Fisher-Yates shuffle). Returns a byte for each image, 1 = audit. The split is as secret as `random` (values in [0, 1)).
 */
export function drawSplit(input: {
  images: number;
  auditFraction: number;
  random: () => number;
}): Uint8Array {
  const { images, auditFraction, random } = input;
  const order = Uint32Array.from({ length: images }, (_, i) => i);
  const split = new Uint8Array(images);
  const audit = Math.round(images * auditFraction);
  for (let i = 0; i < audit; i++) {
    const j = i + Math.floor(random() * (images - i));
    const drawn = order[j]!;
    order[j] = order[i]!;
    split[drawn] = 1;
  }
  return split;
}
