/** The rectangle inside the axes of a drawing of `width` x `height`; all in px. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The frame that margins leave of a drawing. */
export function frameWithin(
  width: number,
  height: number,
  margin: { left: number; right: number; top: number; bottom: number },
): Frame {
  const { left, right, top, bottom } = margin;
  return { width, height, left, right: width - right, top, bottom: height - bottom };
}
