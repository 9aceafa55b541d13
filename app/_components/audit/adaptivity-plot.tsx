import { scaleLinear } from "d3-scale";
import type { AdaptivityView } from "@/server/audit/meters/adaptivity-schema";
import { points, pointsInterval } from "../numbers/percent";
import { frameWithin } from "../plot/frame";

const frame = frameWithin(720, 260, { left: 48, right: 12, top: 14, bottom: 30 });
const tickCount = 6;

/** Guarded minus audit accuracy of the entries, less that of the references, window by window with its interval. */
export function AdaptivityPlot({ result }: { result: AdaptivityView["result"] }) {
  const { windows } = result;
  const { left, right, top, bottom, width, height } = frame;
  const most = Math.max(0.01, ...windows.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]));
  const x = scaleLinear([-0.5, windows.length - 0.5], [left, right]);
  const y = scaleLinear([-most, most], [bottom, top]).nice(tickCount);
  return (
    <svg className="adaptivity-plot" viewBox={`0 0 ${width} ${height}`}>
      <title>{`Adaptivity over time: ${points(result.overall.difference)} points in all, ${pointsInterval(result.overall)}`}</title>
      {y.ticks(tickCount).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? "zero" : "grid"} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {points(tick)}
          </text>
        </g>
      ))}
      {windows.map((window, i) => (
        <g key={window.from + String(i)} className={window.lower > 0 ? "clear" : undefined}>
          <title>{`${window.from.slice(0, 10)}: ${points(window.difference)} ${pointsInterval(window)}`}</title>
          <line className="bar" x1={x(i)} x2={x(i)} y1={y(window.lower)} y2={y(window.upper)} />
          <circle className="dot" cx={x(i)} cy={y(window.difference)} r={4} />
        </g>
      ))}
      <text x={left} y={height - 8}>
        {windows[0]?.from.slice(0, 10)}
      </text>
      <text x={right} y={height - 8} textAnchor="end">
        {windows.at(-1)?.to.slice(0, 10)}
      </text>
    </svg>
  );
}
