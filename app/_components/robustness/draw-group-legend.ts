import type { RobustnessGroup } from "@/server/leaderboards/schemas/robustness-schema";
import type { Frame } from "../plot/frame";
import { markRadius } from "../plot/mark-radius";
import { type SvgNode, svg } from "../plot/svg-node";
import { groupName } from "./group-name";
import { trainingMark } from "./training-mark";

const row = 18;

/** What colours and shapes mean, in the lower left corner, where weak models far below the line are rare. */
export function drawGroupLegend(groups: readonly RobustnessGroup[], { left, bottom }: Frame): SvgNode {
  return svg(
    "g",
    { transform: `translate(${left + 16} ${bottom - 12 - row * (groups.length - 1)})` },
    ...groups.map(({ training }, i) =>
      svg(
        "g",
        { transform: `translate(0 ${i * row})` },
        svg("path", trainingMark({ training, kind: "reference" }, markRadius.figure)),
        svg("text", { className: "aside", x: 14, y: 4 }, groupName(training)),
      ),
    ),
  );
}
