import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { percent, percentInterval, points } from "../../numbers/percent";
import type { Frame } from "../../plot/frame";
import type { FigureLayout } from "../drawing/figure-layout";

/** What a point says of itself, as text: the numbers of its row in the table. */
export function tipLines({ held, x, y, xInterval, yInterval, residual }: PlotPoint): string[] {
  return [
    `original ${percent(x)}${xInterval ? ` ${percentInterval(xInterval)}` : ""}`,
    held
      ? `held at ${percent(y)}: no new accuracy of its own`
      : `new ${percent(y)}${yInterval ? ` ${percentInterval(yInterval)}` : ""}`,
    ...(residual === null ? [] : [`${points(residual)} off the line`]),
  ];
}

/** A note beside the point in hand. */
export function PointTip({ point, layout, frame }: { point: PlotPoint; layout: FigureLayout; frame: Frame }) {
  const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const [x, y] = [
    within(layout.x(point.x), frame.left, frame.right),
    within(layout.y(point.y), frame.top, frame.bottom),
  ];
  const side = x > frame.width / 2 ? { right: frame.width - x + 14 } : { left: x + 14 };
  const level = y > frame.height / 2 ? { bottom: frame.height - y + 8 } : { top: y + 8 };
  return (
    <div className="tip" style={{ ...side, ...level }} aria-hidden="true">
      <strong>{point.name}</strong>
      {tipLines(point).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
