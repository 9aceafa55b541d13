"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { TrendChartProps } from "./trend-chart";

type Answer = TrendChartProps["figure"];

/** Shows the server's drawing, and in its place, once chart and points are here, one that answers to hand and keyboard. */
export function LiveFigure({
  source,
  children,
  ...rest
}: Omit<TrendChartProps, "figure"> & { source: string; children: ReactNode }) {
  const [figure, setFigure] = useState<Answer | null>(null);
  const [Chart, setChart] = useState<ComponentType<TrendChartProps> | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const load = async () => {
      const [{ TrendChart }, response] = await Promise.all([
        import("./trend-chart"),
        fetch(source, { signal: leaving.signal }),
      ]);
      if (!response.ok) return;
      setFigure((await response.json()) as Answer);
      setChart(() => TrendChart);
    };
    // Without the chart the server's drawing stays: nothing is lost but the hand.
    load().catch(() => undefined);
    return () => leaving.abort();
  }, [source]);
  return (
    <div className="live-figure">{Chart && figure ? <Chart figure={figure} {...rest} /> : children}</div>
  );
}
