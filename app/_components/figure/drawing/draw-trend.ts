import { area } from "d3-shape";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import type { Frame } from "../../plot/frame";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import { drawIdentity } from "./draw-identity";
import type { FigureLayout } from "./figure-layout";
import { fittedValue } from "./fitted-value";

/** The line y = x, the band and the fitted line: solid where there are models, dashed beyond them. */
export function drawTrend(layout: FigureLayout, fit: FitView, frame: Frame, named: boolean): SvgNode {
  return svg("g", {}, ...drawIdentity(layout, frame, named), drawBand(layout, fit), ...drawLine(layout, fit));
}

function drawBand({ x, y }: FigureLayout, { band }: FitView): SvgNode | null {
  const outline = area<FitView["band"][number]>()
    .defined(({ lower, upper }) => lower !== null && upper !== null)
    .x((place) => x(place.x))
    .y0(({ lower }) => y(lower!))
    .y1(({ upper }) => y(upper!))
    .digits(1);
  const d = outline(band);
  return d === null ? null : svg("path", { className: "band", d });
}

function drawLine({ x, y, domain }: FigureLayout, fit: FitView): SvgNode[] {
  const from = fit.band[0]?.x ?? domain.x[0];
  const to = fit.band.at(-1)?.x ?? domain.x[1];
  const segment = (className: string, start: number, end: number) => {
    const [left, right] = [fittedValue(fit, start), fittedValue(fit, end)];
    if (left === null || right === null || start >= end) return [];
    return [svg("line", { className, x1: px(x(start)), y1: px(y(left)), x2: px(x(end)), y2: px(y(right)) })];
  };
  return [
    ...segment("fit beyond", domain.x[0], Math.max(domain.x[0], from)),
    ...segment("fit", from, to),
    ...segment("fit beyond", Math.min(domain.x[1], to), domain.x[1]),
  ];
}
