import type { Figure, PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { accuracyTicks } from "../../plot/accuracy-ticks";
import { axisDomain, type Domain } from "../../plot/axis-domain";
import type { Frame } from "../../plot/frame";
import { type Projection, projection } from "../../plot/projection";
import { tickCount } from "../../plot/tick-count";
import type { Aspect } from "../../shell/aspect-of";
import { equalAspect } from "./equal-aspect";
import { withoutOutliers } from "./without-outliers";

/** What a figure shows: the points and the line, in a frame. */
export interface FigureView {
  figure: Pick<Figure, "points" | "fit">;
  frame: Frame;
  /** Whether a step is as long on either axis, as usual, or the models fill the frame. */
  aspect?: Aspect;
  /** The domains zoomed into; the whole figure without them. */
  zoom?: { x: Domain; y: Domain } | null;
}

/** Domains and ticks (fractions) of a figure, and its scales. */
export interface FigureLayout extends Projection {
  domain: { x: Domain; y: Domain };
  ticks: { x: number[]; y: number[] };
}

/** Lays a figure out; the same for the server's drawing, the interactive figure and the exports. */
export function figureLayout({ figure, frame, aspect = "equal", zoom }: FigureView): FigureLayout {
  const { scale } = figure.fit;
  // A held point stands at its team's rung: it was not measured there, and a weak one would stretch the axes for everybody.
  const measured = figure.points.filter(({ held }) => !held);
  const points = withoutOutliers(measured.length > 0 ? measured : figure.points, scale);
  const whole = () => ({ x: domainOf("x"), y: domainOf("y") });
  const domainOf = (axis: "x" | "y") =>
    axisDomain(
      points.flatMap((point) => placesOf(point, axis)),
      scale,
    );
  const domain = zoom ?? (aspect === "equal" ? equalAspect(whole(), frame, scale) : whole());
  const count = tickCount(frame);
  return {
    domain,
    ticks: { x: accuracyTicks(domain.x, scale, count.x), y: accuracyTicks(domain.y, scale, count.y) },
    ...projection({ frame, scale, ...domain }),
  };
}

/** A point's place on an axis, and the ends of its error bar. */
function placesOf(point: PlotPoint, axis: "x" | "y"): number[] {
  const interval = axis === "x" ? point.xInterval : point.yInterval;
  return interval ? [point[axis], interval.lower, interval.upper] : [point[axis]];
}
