import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { markRadius } from "../../plot/mark-radius";
import { type SvgNode, svg } from "../../plot/svg-node";
import { crowdKinds, crowdPaths } from "./crowd-paths";
import type { FigureLayout } from "./figure-layout";

/** The outlines of more points than this are left to a file of their own. */
const mostInPage = 2_000;

const styles = {
  held: { className: "held faint", strokeWidth: 0.7 },
  dots: { className: "dots", strokeWidth: 2 * markRadius.crowd },
  entry: { className: "entry", strokeWidth: 0.4 },
} as const;

/**
 * The points that are not off the line, one element a kind.
 * @param outlines address of the file with their outlines, where the drawing may refer to one: the page can be read before it has come,
 * and the outlines take the page's colours
 */
export function drawCrowd(layout: FigureLayout, points: readonly PlotPoint[], outlines?: string): SvgNode {
  if (outlines && points.length > mostInPage) {
    const uses = crowdKinds.map((kind) => svg("use", { ...styles[kind], href: `${outlines}#${kind}` }));
    return svg("g", {}, ...uses);
  }
  const paths = crowdPaths(layout, points);
  const present = crowdKinds.filter((kind) => paths[kind] !== "");
  return svg("g", {}, ...present.map((kind) => svg("path", { ...styles[kind], d: paths[kind] })));
}
