/** The rectangle that points are drawn in, within a drawing of `width` x `height`; all in px. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The frame of a figure with titled axes in a given width, taller on a phone than it is wide. */
export function frameFor(width: number): Frame {
  const narrow = width < 500;
  const height = Math.round(width * (narrow ? 1.06 : 0.82));
  const left = narrow ? 48 : 56;
  return { width, height, left, right: width - (narrow ? 14 : 16), top: 10, bottom: height - 50 };
}

export const deskFrame = frameFor(680);
export const phoneFrame = frameFor(360);

/** The frame of a card's figure, without titles. */
export const cardFrame: Frame = { width: 340, height: 250, left: 34, right: 328, top: 8, bottom: 222 };
