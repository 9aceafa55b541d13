import type { Frame } from "@/app/_components/plot/frame";
import type { BiasPoint } from "@/server/release/attacks/attack";
import { roundTicks } from "../../../_components/plot/round-ticks";

/** A curve of bias (fractions) against submissions. */
export interface BiasCurve {
  key: string;
  name: string;
  bias: readonly BiasPoint[];
}

/** Places in px: of a number of submissions, and of a bias in points. */
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
  const wanted = { x: (frame.right - frame.left) / 84, y: (frame.bottom - frame.top) / 56 };
  const [low, high] = [Math.min(0, ...reach), Math.max(leastHeight, ...reach)];
  const inner = roundTicks(low, high, wanted.y);
  const step = inner.length > 1 ? inner[1]! - inner[0]! : 1;
  const bottom = step * Math.floor(low / step + 1e-9);
  const top = step * Math.ceil(high / step - 1e-9);
  return {
    x: (value) => frame.left + ((frame.right - frame.left) * value) / submissions,
    y: (value) => frame.bottom - ((frame.bottom - frame.top) * (value - bottom)) / (top - bottom),
    ticks: { x: roundTicks(0, submissions, wanted.x), y: roundTicks(bottom, top, (top - bottom) / step) },
  };
}
