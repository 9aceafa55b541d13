"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { frameFor } from "../../plot/frame";
import { useWidth } from "../../plot/use-width";
import { highlightedEntry } from "../../table/highlighted-entry";
import { figureLayout } from "../drawing/figure-layout";
import { Marks } from "./marks";
import { PointTip, tipLines } from "./point-tip";
import { TrendFrame } from "./trend-frame";
import { usePointAndKeys } from "./use-point-and-keys";
import type { Zoom } from "./zoom";
import { ZoomTools } from "./zoom-tools";

export interface TrendChartProps {
  figure: FitView & { points: PlotPoint[] };
  summary: string;
  titles: { x: string; y: string };
  /** An entry that the page is about: always ringed and named. */
  ringed?: string;
}

const keys = "Arrow keys go from point to point, Enter opens one, plus and minus zoom, Escape shows all.";

/** The figure in hand: points answer to pointer and arrow keys, a dragged rectangle is looked at closer. */
export function TrendChart({ figure, summary, titles, ringed }: TrendChartProps) {
  const { points } = figure;
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const router = useRouter();
  const [zoom, setZoom] = useState<Zoom | null>(null);
  const highlightedId = useSyncExternalStore(
    highlightedEntry.subscribe,
    highlightedEntry.get,
    highlightedEntry.getOnServer,
  );
  const frame = useMemo(() => frameFor(width ?? 680), [width]);
  const view = useMemo(
    () => ({ figure: { points, fit: figure }, frame, zoom }),
    [points, figure, frame, zoom],
  );
  const layout = useMemo(() => figureLayout(view), [view]);
  const visible = useMemo(() => points.filter(isIn(layout.domain)), [points, layout]);
  const highlighted = useMemo(
    () => points.find((point) => point.id === highlightedId) ?? null,
    [points, highlightedId],
  );
  const rings = visible.filter(({ id }) => id === ringed || id === highlightedId);
  const open = (id: string) => router.push(`/entries/${id}`);
  const hand = usePointAndKeys({ visible, layout, frame, scale: figure.scale, highlighted, setZoom, open });
  const { brush } = hand;

  return (
    <>
      {/* An application takes keys itself: that is what the role is for, though the linter does not know it as interactive. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={stage}
        className="stage plot"
        role="application"
        aria-label={`${summary} ${keys}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onDoubleClick={() => setZoom(null)}
        {...hand.handlers}
      >
        {width !== null && (
          <>
            <TrendFrame view={view} layout={layout} titles={titles} />
            <svg className="overlay" width={frame.width} height={frame.height} aria-hidden="true">
              <Marks {...{ points, visible, layout, frame, fit: figure, zoomed: zoom !== null, ringed }} />
              {rings.map(({ id, x, y }) => (
                <circle key={id} className="highlighted" cx={layout.x(x)} cy={layout.y(y)} r={8} />
              ))}
              {brush && <path className="brush" d={outline(brush)} />}
            </svg>
          </>
        )}
        {highlighted && !brush && <PointTip point={highlighted} layout={layout} frame={frame} />}
      </div>
      <p className="unseen" aria-live="polite">
        {highlighted && [highlighted.name, ...tipLines(highlighted)].join(", ")}
      </p>
      <ZoomTools
        zoomed={zoom !== null}
        onIn={() => hand.zoom(0.5)}
        onOut={() => hand.zoom(2)}
        onAll={() => setZoom(null)}
      />
    </>
  );
}

const isIn =
  ({ x, y }: Zoom) =>
  (point: PlotPoint) =>
    point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1];

const outline = ({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }) =>
  `M${x1} ${y1}H${x2}V${y2}H${x1}Z`;
