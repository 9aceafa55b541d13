import { isNarrow } from "./is-narrow";

/** The room that titled axes take in a drawing of this width, px. */
export function axisMargins(width: number): { left: number; top: number; bottom: number } {
  return { left: isNarrow(width) ? 48 : 56, top: 10, bottom: 50 };
}
