import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { percentStep } from "../numbers/percent-step";

const most = 3;

/** Where a figure's numbers come from, and to what released ones are rounded. */
export function SourceLine({ figure: { sources, step, testSet } }: { figure: FigureFacts }) {
  return (
    <p className="source">
      {step !== null && `New accuracies on ${testSet} are released to the nearest ${percentStep(step)}. `}
      {sources.length > 0 && `Reference results: ${sources.slice(0, most).join("; ")}.`}
      {sources.length > most && ` And ${sources.length - most} more sources.`}
    </p>
  );
}
