import { nice, ticks } from "d3-array";
import type { Frame } from "@/app/_components/plot/frame";
import { tickCount } from "@/app/_components/plot/tick-count";
import type { BiasPoint } from "@/server/release/attacks/attack";

/** A curve of bias (fractions) against submissions. */
export interface BiasCurve {
  key: string;
  name: string;
  bias: readonly BiasPoint[];
}

/** The places (px) of a number of submissions and of a bias in points, and the ticks of both axes. */
export interface BiasLayout {
  x: (submissions: number) => number;
  y: (points: number) => number;
  ticks: { x: number[]; y: number[] };
}

const leastHeight = 2;

/** Lays curves out from no submissions to `submissions`; the axis of bias ends at ticks, so that it seldom moves as curves grow. */
export function biasLayout(curves: readonly BiasCurve[], submissions: number, frame: Frame): BiasLayout {
  const reach = curves.flatMap(({ bias }) =>
    bias.flatMap(({ mean, sd }) => [100 * (mean - sd), 100 * (mean + sd)]),
  );
  const count = tickCount(frame);
  const [low, high] = nice(Math.min(0, ...reach), Math.max(leastHeight, ...reach), count.y);
  // Written out: d3-scale would add 24 KB to the page.
  return {
    x: (value) => frame.left + ((frame.right - frame.left) * value) / submissions,
    y: (points) => frame.bottom - ((frame.bottom - frame.top) * (points - low)) / (high - low),
    ticks: { x: ticks(0, submissions, count.x), y: ticks(low, high, count.y) },
  };
}
