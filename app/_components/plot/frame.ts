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

/** The frames that the server draws in; a card's figure has no titles. */
export const frames = {
  desk: frameFor(680),
  phone: frameFor(360),
  card: { width: 340, height: 250, left: 34, right: 328, top: 8, bottom: 222 },
} satisfies Record<string, Frame>;

export type FrameName = keyof typeof frames;
