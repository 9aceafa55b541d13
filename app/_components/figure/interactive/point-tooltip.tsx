import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { percent, percentInterval, points } from "../../numbers/percent";
import type { Frame } from "../../plot/frame";
import type { Projection } from "../../plot/projection";

/** The numbers of a point as its row in the table has them, a line each. */
export function tooltipLines({ held, x, y, xInterval, yInterval, residual }: PlotPoint): string[] {
  return [
    `original ${percent(x)}${xInterval ? ` ${percentInterval(xInterval)}` : ""}`,
    held
      ? `held at ${percent(y)}, without a new accuracy of its own`
      : `new ${percent(y)}${yInterval ? ` ${percentInterval(yInterval)}` : ""}`,
    ...(residual === null ? [] : [`${points(residual)} off the line`]),
  ];
}

/** A note beside the highlighted point, on the side where there is more room. */
export function PointTooltip({
  point,
  projection,
  frame,
}: {
  point: PlotPoint;
  projection: Projection;
  frame: Frame;
}) {
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const x = within(projection.x(point.x), frame.left, frame.right);
  const y = within(projection.y(point.y), frame.top, frame.bottom);
  const side = x > frame.width / 2 ? { right: frame.width - x + 14 } : { left: x + 14 };
  const level = y > frame.height / 2 ? { bottom: frame.height - y + 8 } : { top: y + 8 };
  return (
    <div className="tooltip" style={{ ...side, ...level }} aria-hidden="true">
      <strong>{point.name}</strong>
      {tooltipLines(point).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
