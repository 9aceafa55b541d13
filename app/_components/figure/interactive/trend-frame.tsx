import { memo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { scales } from "@/server/statistics/scale";
import { tickLabel } from "../../plot/tick-label";
import type { FigureLayout, FigureView } from "../drawing/figure-layout";
import { fittedValue } from "../drawing/fitted-value";

interface TrendFrameProps {
  view: FigureView;
  layout: FigureLayout;
  titles: { x: string; y: string };
}

/** Axes, grid, band and fitted line, in the coordinates of the scale. */
export const TrendFrame = memo(function TrendFrame({ view, layout, titles }: TrendFrameProps) {
  const { frame, figure } = view;
  const { fit } = figure;
  const { forward, back } = scales[fit.scale];
  const { domain, ticks } = layout;
  const [left, right] = domain.x.map(forward) as [number, number];
  const [bottom, top] = domain.y.map(forward) as [number, number];
  const band = fit.band.map(({ x, line, lower, upper }) => ({
    x: forward(x),
    line: forward(line),
    band: lower === null || upper === null ? null : [forward(lower), forward(upper)],
  }));
  const end = (x: number) => ({ x: forward(x), y: forward(fittedValue(fit, x) ?? 0) });
  const axis = { type: "number", allowDataOverflow: true, axisLine: false, tickLine: false } as const;
  const format = (place: number) => tickLabel(back(place));
  return (
    <ComposedChart
      width={frame.width}
      height={frame.height}
      data={band}
      margin={{ top: frame.top, right: frame.width - frame.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid className="grid" stroke="var(--rule)" />
      <XAxis
        {...axis}
        dataKey="x"
        domain={[left, right]}
        ticks={ticks.x.map(forward)}
        tickFormatter={format}
        interval={0}
        height={frame.height - frame.bottom}
        label={{ value: titles.x, position: "insideBottom", offset: 4, className: "axis" }}
      />
      <YAxis
        {...axis}
        domain={[bottom, top]}
        ticks={ticks.y.map(forward)}
        tickFormatter={format}
        interval={0}
        width={frame.left}
        label={{
          value: titles.y,
          angle: -90,
          position: "insideLeft",
          className: "axis",
          style: { textAnchor: "middle" },
        }}
      />
      {fit.slope !== null && (
        <ReferenceLine
          stroke="var(--ink)"
          strokeDasharray="5 4"
          ifOverflow="hidden"
          segment={[end(domain.x[0]), end(domain.x[1])]}
        />
      )}
      <Area
        dataKey="band"
        stroke="none"
        fill="var(--band)"
        fillOpacity={1}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        dataKey="line"
        stroke="var(--ink)"
        strokeWidth={1.6}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
});
