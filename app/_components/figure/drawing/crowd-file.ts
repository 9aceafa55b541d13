import { svg } from "../../plot/svg-node";
import { svgText } from "../../plot/svg-text";
import { crowdPaths } from "./crowd-paths";
import { type FigureView, figureLayout } from "./figure-layout";

/** The outlines of a figure's crowd as an SVG file that a page refers to: a path for each kind, with the kind as its id. */
export function crowdFile(view: FigureView): string {
  const paths = Object.entries(crowdPaths(figureLayout(view), view.figure.points));
  const xmlns = "http://www.w3.org/2000/svg";
  return svgText(svg("svg", { xmlns }, ...paths.map(([id, d]) => svg("path", { id, d }))));
}
