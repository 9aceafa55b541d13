import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { markRadius } from "./mark-radius";
import { pointMark } from "./point-mark";

/** A point's mark within text, as it is in the figure. */
export function MarkIcon({ of }: { of: Pick<PlotPoint, "kind" | "held" | "mark"> }) {
  return (
    <svg className="plot-mark mark-icon" viewBox="-6 -6 12 12" aria-hidden="true">
      <path {...pointMark(of, markRadius.icon)} />
    </svg>
  );
}
