import type { Frame } from "../../plot/frame";
import { isNarrow } from "../../plot/is-narrow";

/** How many labels a figure has at most; a zoomed one has room for twice as many. */
export function labelLimit({ width }: Frame, zoomed: boolean): number {
  return (isNarrow(width) ? 7 : 12) * (zoomed ? 2 : 1);
}
