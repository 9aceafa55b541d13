import type { AdaptivityView } from "@/server/audit/meters/adaptivity-schema";
import { points, pointsInterval } from "../numbers/percent";

const frame = { width: 720, height: 260, left: 48, right: 12, top: 14, bottom: 30 };

/** Guarded minus audit accuracy of the entries, less the references', stretch by stretch, with its interval. */
export function AdaptivityPlot({ result }: { result: AdaptivityView["result"] }) {
  const { windows } = result;
  const most = Math.max(0.01, ...windows.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]));
  const step = stepOf(most);
  const top = Math.ceil(most / step) * step;
  const inner = {
    width: frame.width - frame.left - frame.right,
    height: frame.height - frame.top - frame.bottom,
  };
  const x = (i: number) => frame.left + ((i + 0.5) / windows.length) * inner.width;
  const y = (value: number) => frame.top + ((top - value) / (2 * top)) * inner.height;
  const ticks = Array.from({ length: 2 * Math.round(top / step) + 1 }, (_, i) => -top + i * step);
  return (
    <svg className="adaptivity-plot" viewBox={`0 0 ${frame.width} ${frame.height}`}>
      <title>{`Adaptivity over time: ${points(result.overall.difference)} points in all, ${pointsInterval(result.overall)}`}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className={Math.abs(tick) < 1e-9 ? "zero" : "grid"}
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={frame.left - 8} y={y(tick) + 4} textAnchor="end">
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
      <text x={frame.left} y={frame.height - 8}>
        {windows[0]?.from.slice(0, 10)}
      </text>
      <text x={frame.width - frame.right} y={frame.height - 8} textAnchor="end">
        {windows.at(-1)?.to.slice(0, 10)}
      </text>
    </svg>
  );
}

/** A step of 1, 2 or 5 that divides the range into a few ticks. */
function stepOf(most: number): number {
  const rough = most / 3;
  const decade = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * decade).find((step) => step >= rough)!;
}
