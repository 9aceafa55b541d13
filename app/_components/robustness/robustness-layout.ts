import { extent, ticks } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Robustness } from "@/server/leaderboards/schemas/robustness-schema";
import { accuracyTicks } from "../plot/accuracy-ticks";
import { axisDomain } from "../plot/axis-domain";
import { axisMargins } from "../plot/axis-margins";
import { type Frame, frameWithin } from "../plot/frame";
import { isNarrow } from "../plot/is-narrow";
import { type AxisScale, projection } from "../plot/projection";
import { tickCount } from "../plot/tick-count";

/** Original accuracy (a fraction, on the scale judged on) across, distance from the line (a fraction) upwards; to px. */
export interface RobustnessLayout {
  frame: Frame;
  x: AxisScale;
  y: (distance: number) => number;
  ticks: { x: number[]; y: number[] };
}

const padding = 0.08;
/** Half a point: the least that the frame shows to either side of the line. */
const least = 0.005;

/**
 * Lays the view out in a width, px; the line is always in it.
 * @param shown distances that must be in it too: the ends of the intervals that are drawn
 * @param above room above the frame, px
 */
export function robustnessLayout(
  { points, scale }: Pick<Robustness, "points" | "scale">,
  { width, shown = [], above = 0 }: { width: number; shown?: readonly number[]; above?: number },
): RobustnessLayout {
  const margins = axisMargins(width);
  const frame = frameWithin(width, Math.round((isNarrow(width) ? 0.95 : 0.66) * width) + above, {
    ...margins,
    top: margins.top + above,
    right: 14,
  });
  const domain = axisDomain(
    points.map((point) => point.x),
    scale,
  );
  const [low, high] = extent([-least, least, ...shown, ...points.map(({ residual }) => residual)]) as [
    number,
    number,
  ];
  const margin = padding * (high - low);
  const upwards = [low - margin, high + margin] as const;
  const count = tickCount(frame);
  return {
    frame,
    x: projection({ frame, scale, x: domain, y: domain }).x,
    y: scaleLinear(upwards, [frame.bottom, frame.top]),
    ticks: { x: accuracyTicks(domain, scale, count.x), y: ticks(...upwards, count.y) },
  };
}
