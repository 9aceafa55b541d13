import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { type SvgNode, svg } from "../../plot/svg-node";
import { crowdKinds, crowdPaths, crowdRadius } from "./crowd-paths";
import type { FigureLayout } from "./figure-layout";

/** Of more points than this a page does not hold the outlines. */
const mostWithin = 2_000;

const look = {
  held: { className: "held faint", strokeWidth: 0.7 },
  dots: { className: "dots", strokeWidth: 2 * crowdRadius },
  entry: { className: "entry", strokeWidth: 0.4 },
} as const;

/**
 * The points that are not marked, one element a kind.
 * @param outlines address of the file that has their outlines, if they may be left out: a page can be read before they have come,
 * and they take its colours
 */
export function drawCrowd(layout: FigureLayout, points: readonly PlotPoint[], outlines?: string): SvgNode {
  if (outlines && points.length > mostWithin) {
    return svg(
      "g",
      {},
      ...crowdKinds.map((kind) => svg("use", { ...look[kind], href: `${outlines}#${kind}` })),
    );
  }
  const paths = crowdPaths(layout, points);
  const drawn = crowdKinds.filter((kind) => paths[kind] !== "");
  return svg("g", {}, ...drawn.map((kind) => svg("path", { ...look[kind], d: paths[kind] })));
}
