/** A tensor's shape as people write it; a dimension left open is N where it is the first, else "?": "[N, 3, 32, 32]". */
export const shapeText = (shape: readonly (number | null)[]): string =>
  `[${shape.map((size, i) => size ?? (i === 0 ? "N" : "?")).join(", ")}]`;
