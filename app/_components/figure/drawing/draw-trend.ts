import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import type { Frame } from "../../plot/frame";
import { px, type SvgNode, svg } from "../../plot/svg-node";
import { drawIdentity } from "./draw-identity";
import type { FigureLayout } from "./figure-layout";
import { lineAt } from "./line-at";

/** The line y = x, the band and the fitted line: drawn through where models are, dashed beyond them. */
export function drawTrend(layout: FigureLayout, fit: FitView, frame: Frame, named: boolean): SvgNode {
  return svg("g", {}, ...drawIdentity(layout, frame, named), drawBand(layout, fit), ...drawLine(layout, fit));
}

function drawBand({ x, y }: FigureLayout, { band }: FitView): SvgNode | null {
  const known = band.flatMap(({ x, lower, upper }) =>
    lower === null || upper === null ? [] : [{ x, lower, upper }],
  );
  if (known.length < 2) return null;
  const there = known.map((place) => `${px(x(place.x))} ${px(y(place.upper))}`);
  const back = known.toReversed().map((place) => `${px(x(place.x))} ${px(y(place.lower))}`);
  return svg("path", { className: "band", d: `M${[...there, ...back].join("L")}Z` });
}

function drawLine({ x, y, domain }: FigureLayout, fit: FitView): SvgNode[] {
  const from = fit.band[0]?.x ?? domain.x[0];
  const to = fit.band.at(-1)?.x ?? domain.x[1];
  const piece = (className: string, a: number, b: number) => {
    const [left, right] = [lineAt(fit, a), lineAt(fit, b)];
    if (left === null || right === null || a >= b) return [];
    return [svg("line", { className, x1: px(x(a)), y1: px(y(left)), x2: px(x(b)), y2: px(y(right)) })];
  };
  return [
    ...piece("fit beyond", domain.x[0], Math.max(domain.x[0], from)),
    ...piece("fit", from, to),
    ...piece("fit beyond", Math.min(domain.x[1], to), domain.x[1]),
  ];
}
