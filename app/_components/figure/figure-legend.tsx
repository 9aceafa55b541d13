import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { MarkIcon } from "../plot/mark-icon";
import { kindsOfMark } from "./kinds-of-mark";

/** What the marks of a figure mean, those that occur. */
export function FigureLegend({ kinds }: Pick<FigureFacts, "kinds">) {
  return (
    <figcaption className="legend">
      {kindsOfMark(kinds).map((kind) => (
        <span key={kind.words}>
          <MarkIcon of={kind} /> {kind.words}
        </span>
      ))}
    </figcaption>
  );
}
