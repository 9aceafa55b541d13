import type { Figure } from "@/server/leaderboards/schemas/figure-schema";
import { accuracyTicks } from "../../plot/accuracy-ticks";
import { axisDomain, type Domain } from "../../plot/axis-domain";
import type { Frame } from "../../plot/frame";
import { type Projection, projection } from "../../plot/projection";
import { tickCount } from "../../plot/tick-count";
import { withoutOutliers } from "./without-outliers";

/** What a figure shows: the points and the line, in a frame. */
export interface FigureView {
  figure: Pick<Figure, "points" | "fit">;
  frame: Frame;
  /** The domains zoomed into; the whole figure without them. */
  zoom?: { x: Domain; y: Domain } | null;
}

/** Domains and ticks (fractions) of a figure, and its scales. */
export interface FigureLayout extends Projection {
  domain: { x: Domain; y: Domain };
  ticks: { x: number[]; y: number[] };
}

/** Lays a figure out; the same for the server's drawing, the interactive figure and the exports. */
export function figureLayout({ figure, frame, zoom }: FigureView): FigureLayout {
  const { scale } = figure.fit;
  // A held point stands at its team's rung: it was not measured there, and a weak one would stretch the axes for everybody.
  const measured = figure.points.filter(({ held }) => !held);
  const points = withoutOutliers(measured.length > 0 ? measured : figure.points, scale);
  const domainOf = (axis: "x" | "y") =>
    axisDomain(
      points.map((point) => point[axis]),
      scale,
    );
  const domain = { x: zoom?.x ?? domainOf("x"), y: zoom?.y ?? domainOf("y") };
  const count = tickCount(frame);
  return {
    domain,
    ticks: { x: accuracyTicks(domain.x, scale, count.x), y: accuracyTicks(domain.y, scale, count.y) },
    ...projection({ frame, scale, ...domain }),
  };
}
