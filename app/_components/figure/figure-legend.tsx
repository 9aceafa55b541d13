import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { MarkIcon } from "../plot/mark-icon";
import { legendItems } from "./legend-items";

/** The legend under a figure: the marks that occur in it, and its lines. */
export function FigureLegend({ figure: { kinds, fit } }: { figure: Pick<FigureFacts, "kinds" | "fit"> }) {
  return (
    <figcaption className="legend">
      {legendItems(kinds).map((item) => (
        <span key={item.label}>
          <MarkIcon of={item} /> {item.label}
        </span>
      ))}
      {fit.slope !== null && (
        <span>
          <LineIcon className="fit" /> fitted line, 95 % band
        </span>
      )}
      <span>
        <LineIcon className="identity" /> new = original
      </span>
    </figcaption>
  );
}

function LineIcon({ className }: { className: "fit" | "identity" }) {
  return (
    <svg className="plot" viewBox="-11 -7 22 14" aria-hidden="true">
      {className === "fit" && <rect className="band" x={-11} y={-5} width={22} height={10} />}
      <line className={className} x1={-11} x2={11} />
    </svg>
  );
}
