import type { Figure } from "@/server/leaderboards/schemas/figure-schema";
import { type Domain, domainOf } from "../../plot/domain-of";
import type { Frame } from "../../plot/frame";
import { type Projection, projection } from "../../plot/projection";
import { ticksOf } from "../../plot/ticks-of";
import { withoutOutliers } from "./without-outliers";

/** What a figure shows: the points, the line, and its frame. */
export interface FigureView {
  figure: Pick<Figure, "points" | "fit">;
  frame: Frame;
  /** A part of the figure; without it all of it. */
  zoom?: { x: Domain; y: Domain } | null;
}

/** Domains, ticks (fractions) and the projection of a figure. */
export interface FigureLayout extends Projection {
  domain: { x: Domain; y: Domain };
  ticks: { x: number[]; y: number[] };
}

const pxPerTick = { x: 84, y: 70 };

/** Lays a figure out; the same for the first drawing, the interactive one and the exports. */
export function figureLayout({ figure, frame, zoom }: FigureView): FigureLayout {
  const { fit } = figure;
  // A held point stands at its team's rung: it was not measured there, and a weak one would stretch the frame for everybody.
  const measured = figure.points.filter(({ held }) => !held);
  const points = withoutOutliers(measured.length > 0 ? measured : figure.points, fit.scale);
  const along = (axis: "x" | "y") =>
    domainOf(
      points.map((point) => point[axis]),
      fit.scale,
    );
  const x = zoom?.x ?? along("x");
  const y = zoom?.y ?? along("y");
  const wanted = {
    x: (frame.right - frame.left) / pxPerTick.x,
    y: (frame.bottom - frame.top) / pxPerTick.y,
  };
  return {
    domain: { x, y },
    ticks: { x: ticksOf(x, fit.scale, wanted.x), y: ticksOf(y, fit.scale, wanted.y) },
    ...projection({ frame, scale: fit.scale, x, y }),
  };
}
