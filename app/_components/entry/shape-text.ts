/** A tensor's shape as people write it: "[N, 3, 32, 32]". An open dimension is N where it comes first, else "?". */
export const shapeText = (shape: readonly (number | null)[]): string =>
  `[${shape.map((size, i) => size ?? (i === 0 ? "N" : "?")).join(", ")}]`;
