import type { RobustnessGroup } from "@/server/leaderboards/schemas/robustness-schema";
import type { Frame } from "../plot/frame";
import { markRadius } from "../plot/mark-radius";
import { textWidth } from "../plot/place-labels";
import { type SvgNode, svg } from "../plot/svg-node";
import { groupName } from "./group-name";
import { trainingMark } from "./training-mark";

/** The room that the legend takes above the frame, px. */
export const legendHeight = 22;

const [beforeText, afterText] = [11, 20];

/** What colours and shapes mean, in a row above the frame, where no point can be. */
export function drawGroupLegend(groups: readonly RobustnessGroup[], { left, top }: Frame): SvgNode {
  const names = groups.map(({ training }) => groupName(training));
  const starts = names.map((_, i) =>
    names.slice(0, i).reduce((x, name) => x + beforeText + textWidth(name) + afterText, left + 6),
  );
  return svg(
    "g",
    {},
    ...groups.map(({ training }, i) =>
      svg(
        "g",
        { transform: `translate(${Math.round(starts[i]!)} ${top - 14})` },
        svg("path", trainingMark({ training, kind: "reference" }, markRadius.figure)),
        svg("text", { className: "aside", x: beforeText, y: 4 }, names[i]!),
      ),
    ),
  );
}
