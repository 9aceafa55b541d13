import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { MarkIcon } from "../plot/mark-icon";
import { legendItems } from "./legend-items";

/** The legend under a figure: the marks that occur in it. */
export function FigureLegend({ kinds }: Pick<FigureFacts, "kinds">) {
  return (
    <figcaption className="legend">
      {legendItems(kinds).map((item) => (
        <span key={item.label}>
          <MarkIcon of={item} /> {item.label}
        </span>
      ))}
    </figcaption>
  );
}
