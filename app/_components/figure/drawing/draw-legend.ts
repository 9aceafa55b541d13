import type { Figure } from "@/server/leaderboards/schemas/figure-schema";
import type { Frame } from "../../plot/frame";
import { markRadius } from "../../plot/mark-radius";
import { pointMark } from "../../plot/point-mark";
import { type SvgNode, svg } from "../../plot/svg-node";
import { legendItems } from "../legend-items";

const row = 18;

/** What marks and lines mean, in the lower right corner, which a harder test set leaves empty. */
export function drawLegend(
  { points, fit }: Pick<Figure, "points" | "fit">,
  { right, bottom }: Frame,
): SvgNode {
  const marks = legendItems(points).map((item) => ({
    label: item.label,
    symbol: svg("path", { ...pointMark(item, markRadius.figure) }),
  }));
  const rows = [
    ...marks,
    { label: "new = original", symbol: stroke("identity") },
    ...(fit.slope === null ? [] : [{ label: "fitted line, 95 % band", symbol: banded() }]),
  ];
  return svg(
    "g",
    { transform: `translate(${right - 160} ${bottom - 12 - row * (rows.length - 1)})` },
    ...rows.map(({ label, symbol }, i) =>
      svg(
        "g",
        { transform: `translate(0 ${i * row})` },
        symbol,
        svg("text", { className: "aside", x: 18, y: 4 }, label),
      ),
    ),
  );
}

const banded = () =>
  svg("g", {}, svg("rect", { className: "band", x: -9, y: -5, width: 18, height: 10 }), stroke("fit"));

const stroke = (className: string) => svg("line", { className, x1: -9, x2: 9 });
