/** Whether a drawing of this width (px) is laid out for a phone. */
export const isNarrow = (width: number): boolean => width < 500;
