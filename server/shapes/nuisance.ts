/**
 * What makes the shape hard to see, each from its easiest to its hardest value. Lengths in pixels, angles in radians, colours and
 * noise in fractions of full scale.
 */
export const nuisance = {
  radius: [13, 7.5],
  shift: [0, 3.5],
  rotation: [0, 0.5],
  stretch: [0, 0.25],
  contrast: [0.9, 0.2],
  gradient: [0, 0.35],
  texture: [0, 0.2],
  /** Strokes and blobs behind the shape. */
  clutter: [0, 6],
  /** Half the width of a bar across the shape; there is none below 0. */
  bar: [-3, 3],
  noise: [0.005, 0.1],
} as const satisfies Record<string, readonly [number, number]>;

/**
 * The distributions of the two test sets: a nuisance is `easiest + (hardest - easiest) * u^skew`, u uniform. Each can draw every
 * image that the other can; hard images are more common in the new one.
 */
export const skews = { original: 6, new: 3 } as const;

export type ShapesRole = keyof typeof skews;
