"use client";

import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { TrendChartProps } from "./trend-chart";

interface LiveFigureProps extends Omit<TrendChartProps, "figure"> {
  /** Address of the points and the line. */
  source: string;
  revision: number;
  /** Whether to load at once; thousands of points wait until a visitor asks for them. */
  eager: boolean;
  children: ReactNode;
}

interface Loaded {
  Chart: ComponentType<TrendChartProps>;
  figure: TrendChartProps["figure"];
  source: string;
}

/** The server's drawing, replaced by the interactive chart once that and its points are loaded. */
export function LiveFigure({ source, revision, eager, children, ...words }: LiveFigureProps) {
  const [isWanted, setWanted] = useState(eager);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const leaving = new AbortController();
    // If loading fails, the server's drawing stays.
    load(source, leaving.signal).then(setLoaded, () => undefined);
    return () => leaving.abort();
    // A new revision has other points at the same address; until they are loaded the old ones stay, and so does the zoom.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [source, revision, isWanted]);
  if (loaded?.source === source) {
    const { Chart, figure } = loaded;
    return (
      <div className="live-figure">
        <Chart figure={figure} {...words} />
      </div>
    );
  }
  return (
    <div className="live-figure">
      {children}
      <div className="figure-tools">
        {!eager && (
          <button type="button" className="button quiet" disabled={isWanted} onClick={() => setWanted(true)}>
            {isWanted ? "Loading the points" : "Make it interactive"}
          </button>
        )}
      </div>
    </div>
  );
}

async function load(source: string, signal: AbortSignal): Promise<Loaded> {
  const [{ TrendChart }, response] = await Promise.all([import("./trend-chart"), fetch(source, { signal })]);
  if (!response.ok) throw new Error(`the figure's points answered ${response.status}`);
  return { Chart: TrendChart, figure: (await response.json()) as Loaded["figure"], source };
}
