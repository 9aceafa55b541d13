import type { Robustness } from "@/server/leaderboards/schemas/robustness-schema";
import { SvgDrawing } from "../plot/svg-drawing";
import { drawRobustness } from "./draw-robustness";
import { groupName } from "./group-name";
import { trainingMark } from "./training-mark";

/** The view of effective robustness with its legend, in two sizes, since type scaled down would be too small. */
export function RobustnessFigure({ robustness }: { robustness: Robustness }) {
  const hasEntries = robustness.points.some(({ kind }) => kind === "entry");
  return (
    <figure className="robustness-figure">
      <div className="for-desk">
        <SvgDrawing drawing={drawRobustness(robustness, 760)} />
      </div>
      <div className="for-phone">
        <SvgDrawing drawing={drawRobustness(robustness, 360)} />
      </div>
      <figcaption className="legend">
        {robustness.groups.map(({ training }) => (
          <span key={training}>
            <Mark training={training} kind="reference" /> {groupName(training)}
          </span>
        ))}
        {hasEntries && <span>dark edge: entry</span>}
      </figcaption>
    </figure>
  );
}

function Mark(of: Parameters<typeof trainingMark>[0]) {
  return (
    <svg className="plot-mark mark-icon" viewBox="-6 -6 12 12" aria-hidden="true">
      <path {...trainingMark(of, 3.9)} />
    </svg>
  );
}
