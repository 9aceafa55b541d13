import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { count, counted } from "../numbers/count";
import { percent } from "../numbers/percent";
import { accuracyTicks } from "../plot/accuracy-ticks";
import { axisMargins } from "../plot/axis-margins";
import { drawAxes } from "../plot/draw-axes";
import { frameWithin } from "../plot/frame";
import { projection } from "../plot/projection";
import { px, type SvgNode, svg } from "../plot/svg-node";
import { tickCount } from "../plot/tick-count";
import { tickLabel } from "../plot/tick-label";
import { measuredClasses } from "./measured-classes";

const height = 300;

/** Accuracy of many classes by rank, the best first: a dot on its interval for each, beside the accuracy over all images. */
export function drawClassRanks(errors: EntryErrors, width: number): SvgNode {
  const rows = measuredClasses(errors);
  const frame = frameWithin(width, height, { ...axisMargins(width), right: 20 });
  const { y } = projection({ frame, scale: "linear", x: [0, 1], y: [0, 1] });
  const x = (place: number) => frame.left + ((place + 0.5) / rows.length) * (frame.right - frame.left);
  const ranks = [1, ...[0.25, 0.5, 0.75, 1].map((share) => Math.round(share * rows.length))];
  const overall = errors.correct / errors.total;
  const path = (of: (row: (typeof rows)[number], at: number) => string) =>
    rows.map((row, place) => of(row, px(x(place)))).join("");
  return svg(
    "svg",
    {
      className: "plot class-ranks",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": `Accuracy of ${counted(rows.length, "class", "classes")} on ${errors.testSet} by rank, from ${percent(rows[0]!.accuracy)} % to ${percent(rows.at(-1)!.accuracy)} %. The table has the numbers.`,
    },
    drawAxes(frame, {
      x: {
        ticks: ranks.map((rank) => ({ at: x(rank - 1), label: count(rank) })),
        title: "Classes, the most accurate first",
      },
      y: {
        ticks: accuracyTicks([0, 1], "linear", tickCount(frame).y).map((tick) => ({
          at: y(tick),
          label: tickLabel(tick),
          line: "grid" as const,
        })),
        title: "Accuracy (%)",
      },
    }),
    svg("path", {
      className: "ranges",
      d: path(({ interval }, at) => `M${at} ${px(y(interval.lower))}V${px(y(interval.upper))}`),
    }),
    svg("path", { className: "dots", d: path(({ accuracy }, at) => `M${at} ${px(y(accuracy))}h0`) }),
    svg("line", {
      className: "overall",
      x1: frame.left,
      x2: frame.right,
      y1: px(y(overall)),
      y2: px(y(overall)),
    }),
  );
}
