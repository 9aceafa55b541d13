/** The ten classes of the Shapes benchmark, in label order. */
export const shapesClasses = [
  "circle",
  "square",
  "triangle",
  "star",
  "cross",
  "ring",
  "heart",
  "crescent",
  "arrow",
  "spiral",
] as const;

export type ShapesClass = (typeof shapesClasses)[number];
