"use client";

import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import type { FitView } from "@/server/leaderboards/schemas/fit-schema";
import { markRadius } from "../../plot/mark-radius";
import { useWidth } from "../../plot/use-width";
import type { Aspect } from "../../shell/aspect-of";
import { highlightedEntry } from "../../table/highlighted-entry";
import { figureFrame } from "../drawing/figure-frame";
import { figureLayout } from "../drawing/figure-layout";
import { Marks } from "./marks";
import { PointTooltip, tooltipLines } from "./point-tooltip";
import { TrendFrame } from "./trend-frame";
import { usePointAndKeys } from "./use-point-and-keys";
import type { Zoom } from "./zoom";
import { ZoomButtons } from "./zoom-buttons";

export interface TrendChartProps {
  figure: FitView & { points: PlotPoint[] };
  summary: string;
  titles: { x: string; y: string };
  aspect: Aspect;
  /** The entry that the page is about, always ringed and labelled. */
  ringed?: string;
}

const widthUnknown = 680;
const keys =
  "Arrow keys go from point to point, Enter opens one, plus and minus zoom, Escape shows the whole figure.";

/** The interactive figure: pointer and arrow keys highlight points, a dragged rectangle zooms in. */
export function TrendChart({ figure, summary, titles, aspect, ringed }: TrendChartProps) {
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
  const frame = useMemo(() => figureFrame(width ?? widthUnknown), [width]);
  const view = useMemo(
    () => ({ figure: { points, fit: figure }, frame, aspect, zoom }),
    [points, figure, frame, aspect, zoom],
  );
  const layout = useMemo(() => figureLayout(view), [view]);
  const visible = useMemo(() => points.filter(isIn(layout.domain)), [points, layout]);
  const highlighted = useMemo(
    () => points.find((point) => point.id === highlightedId) ?? null,
    [points, highlightedId],
  );
  const rings = visible.filter(({ id }) => id === ringed || id === highlightedId);
  const open = (id: string) => router.push(`/entries/${id}`);
  const { brush, handlers, zoomBy } = usePointAndKeys({ visible, layout, frame, highlighted, setZoom, open });

  return (
    <>
      {/* The role is for what takes keys itself, but the linter does not count it as interactive. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={stage}
        className="stage plot"
        role="application"
        aria-label={`${summary} ${keys}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onDoubleClick={() => setZoom(null)}
        {...handlers}
      >
        {width !== null && (
          <>
            <TrendFrame view={view} layout={layout} titles={titles} />
            <svg className="overlay" width={frame.width} height={frame.height} aria-hidden="true">
              <Marks {...{ points, visible, layout, frame, fit: figure, zoomed: zoom !== null, ringed }} />
              {rings.map(({ id, x, y }) => (
                <circle
                  key={id}
                  className="highlighted"
                  cx={layout.x(x)}
                  cy={layout.y(y)}
                  r={markRadius.ring}
                />
              ))}
              {brush && <path className="brush" d={outline(brush)} />}
            </svg>
          </>
        )}
        {highlighted && !brush && <PointTooltip point={highlighted} projection={layout} frame={frame} />}
      </div>
      <p className="unseen" aria-live="polite">
        {highlighted && [highlighted.name, ...tooltipLines(highlighted)].join(", ")}
      </p>
      <ZoomButtons
        zoomed={zoom !== null}
        onZoomIn={() => zoomBy(0.5)}
        onZoomOut={() => zoomBy(2)}
        onReset={() => setZoom(null)}
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
