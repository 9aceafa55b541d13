import type { Figure } from "@/server/leaderboards/schemas/figure-schema";
import type { Frame } from "../../plot/frame";
import { markClass, markPath, markShape } from "../../plot/mark-path";
import { type SvgNode, svg } from "../../plot/svg-node";
import { kindsOfMark } from "../kinds-of-mark";

const row = 18;

/** What the marks mean, in the lower right corner, where a falling test set leaves room. */
export function drawKey({ points, fit }: Pick<Figure, "points" | "fit">, { right, bottom }: Frame): SvgNode {
  const marks = kindsOfMark(points).map((kind) => ({
    words: kind.words,
    mark: (y: number) => svg("path", { className: markClass(kind), d: markPath(markShape(kind), 0, y, 3.4) }),
  }));
  const lines = [
    {
      words: "new = original",
      mark: (y: number) => svg("line", { className: "identity", x1: -9, x2: 9, y1: y, y2: y }),
    },
    ...(fit.slope === null
      ? []
      : [
          {
            words: "fitted line, 95 % band",
            mark: (y: number) => svg("line", { className: "fit", x1: -9, x2: 9, y1: y, y2: y }),
          },
        ]),
  ];
  const rows = [...marks, ...lines];
  return svg(
    "g",
    { transform: `translate(${right - 160} ${bottom - 12 - row * (rows.length - 1)})` },
    ...rows.flatMap(({ words, mark }, i) => [
      mark(i * row),
      svg("text", { className: "aside", x: 18, y: i * row + 4 }, words),
    ]),
  );
}
