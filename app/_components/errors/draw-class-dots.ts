import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { percent } from "../numbers/percent";
import { accuracyTicks } from "../plot/accuracy-ticks";
import { axisDomain } from "../plot/axis-domain";
import { drawAxes } from "../plot/draw-axes";
import { frameWithin } from "../plot/frame";
import { isNarrow } from "../plot/is-narrow";
import { projection } from "../plot/projection";
import { px, type SvgNode, svg } from "../plot/svg-node";
import { tickCount } from "../plot/tick-count";
import { tickLabel } from "../plot/tick-label";
import { measuredClasses } from "./measured-classes";
import { shortName } from "./short-name";

const rowHeight = 24;
/** About the width of a letter in the names' type. */
const pxPerLetter = 7;

/** Accuracy by class, a row each, the best first: a dot on its interval, beside the accuracy over all images. */
export function drawClassDots(errors: EntryErrors, width: number): SvgNode {
  const rows = measuredClasses(errors);
  const narrow = isNarrow(width);
  const names = rows.map(({ name }) => shortName(name, narrow ? 14 : 22));
  const longest = Math.max(...names.map((name) => name.length));
  const margin = { left: 18 + pxPerLetter * longest, right: 56, top: 8, bottom: 46 };
  const frame = frameWithin(width, rows.length * rowHeight + margin.top + margin.bottom, margin);
  const overall = errors.correct / errors.total;
  const ends = rows.flatMap(({ interval }) => [interval.lower, interval.upper]);
  const domain = axisDomain([...ends, overall], "linear");
  const { x } = projection({ frame, scale: "linear", x: domain, y: [0, 1] });
  const ticks = accuracyTicks(domain, "linear", tickCount(frame).x).map((tick) => ({
    at: x(tick),
    label: tickLabel(tick),
    line: "grid" as const,
  }));
  const title = "Accuracy (%), 95 % interval";
  return svg(
    "svg",
    {
      className: "plot class-dots",
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      role: "img",
      "aria-label": `Accuracy by class on ${errors.testSet}: ${rows
        .map(({ name, accuracy }) => `${name} ${percent(accuracy)} %`)
        .join(", ")}. The table has the numbers.`,
    },
    drawAxes(frame, { x: { ticks, title }, y: { ticks: [] } }),
    svg("line", {
      className: "overall",
      x1: px(x(overall)),
      x2: px(x(overall)),
      y1: frame.top,
      y2: frame.bottom,
    }),
    ...rows.map((row, place) => {
      const y = px(frame.top + (place + 0.5) * rowHeight);
      const { lower, upper } = row.interval;
      return svg(
        "g",
        {},
        svg("title", {}, `${row.name}: ${percent(row.accuracy)} % of ${row.total} images`),
        svg("text", { className: "name", x: frame.left - 10, y: y + 4, textAnchor: "end" }, names[place]!),
        svg("line", { className: "range", x1: px(x(lower)), x2: px(x(upper)), y1: y, y2: y }),
        svg("circle", { className: "dot", cx: px(x(row.accuracy)), cy: y, r: 4 }),
        svg(
          "text",
          { className: "value", x: frame.right + 48, y: y + 4, textAnchor: "end" },
          percent(row.accuracy),
        ),
      );
    }),
  );
}
