import { memo } from "react";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import type { Frame } from "../../plot/frame";
import { SvgDrawing } from "../../plot/svg-drawing";
import { svg } from "../../plot/svg-node";
import { drawIdentity } from "../drawing/draw-identity";
import { drawLabels } from "../drawing/draw-labels";
import { drawPoints } from "../drawing/draw-points";
import type { FigureLayout } from "../drawing/figure-layout";

interface MarksProps {
  points: readonly PlotPoint[];
  visible: readonly PlotPoint[];
  layout: FigureLayout;
  frame: Frame;
  fit: FitView;
  zoomed: boolean;
  ringed?: string;
}

/** The line y = x, all points and the names that find a place; a closer look has room for more names. */
export const Marks = memo(function Marks({
  points,
  visible,
  layout,
  frame,
  fit,
  zoomed,
  ringed,
}: MarksProps) {
  const { left, right, top, bottom, width } = frame;
  const inFrame = {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    viewBox: `${left} ${top} ${right - left} ${bottom - top}`,
  };
  const most = (width < 500 ? 7 : 12) * (zoomed ? 2 : 1);
  const named = zoomed ? visible : points;
  return (
    <>
      <SvgDrawing
        drawing={svg(
          "svg",
          inFrame,
          ...drawIdentity(layout, frame, true),
          drawPoints(layout, visible, { radius: 3.4, bars: true }),
        )}
      />
      <SvgDrawing drawing={drawLabels(layout, named, { frame, fit, highlighted: ringed ?? null, most })} />
    </>
  );
});
