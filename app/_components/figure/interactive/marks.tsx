import { memo } from "react";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { clipToFrame } from "../../plot/clip-to-frame";
import type { Frame } from "../../plot/frame";
import { markRadius } from "../../plot/mark-radius";
import { SvgDrawing } from "../../plot/svg-drawing";
import { drawIdentity } from "../drawing/draw-identity";
import { drawLabels } from "../drawing/draw-labels";
import { drawPoints } from "../drawing/draw-points";
import type { FigureLayout } from "../drawing/figure-layout";
import { labelLimit } from "../drawing/label-limit";

interface MarksProps {
  points: readonly PlotPoint[];
  visible: readonly PlotPoint[];
  layout: FigureLayout;
  frame: Frame;
  fit: FitView;
  zoomed: boolean;
  ringed?: string;
}

/** The line y = x, the points and their labels. */
export const Marks = memo(function Marks(props: MarksProps) {
  const { points, visible, layout, frame, fit, zoomed, ringed = null } = props;
  const limit = labelLimit(frame, zoomed);
  // Zoomed in, markers for what lies outside would say nothing.
  const labelled = zoomed ? visible : points;
  return (
    <>
      <SvgDrawing
        drawing={clipToFrame(
          frame,
          ...drawIdentity(layout, frame, true),
          drawPoints(layout, visible, { radius: markRadius.figure, bars: true }),
        )}
      />
      <SvgDrawing drawing={drawLabels(layout, labelled, { frame, fit, highlighted: ringed, limit })} />
    </>
  );
});
