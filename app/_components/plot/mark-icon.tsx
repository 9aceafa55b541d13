import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { markClass, markPath, markShape } from "./mark-path";

/** A point's mark within text, as it is in the figure. */
export function MarkIcon({ of }: { of: Pick<PlotPoint, "kind" | "held" | "mark"> }) {
  return (
    <svg className="plot-mark mark-icon" viewBox="-6 -6 12 12" aria-hidden="true">
      <path className={markClass(of)} d={markPath(markShape(of), 0, 0, 3.9)} />
    </svg>
  );
}
