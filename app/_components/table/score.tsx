import type { ShownScore } from "@/server/leaderboards/schemas/score-schema";
import { percent, percentInterval } from "../numbers/percent";

/** An accuracy as shown, with its interval beside it, or below it where the page is narrow. */
export function Score({ score }: { score: ShownScore | null }) {
  if (!score || score.accuracy === null)
    return <span className="quiet">{score?.kind === "withheld" ? "not released yet" : "–"}</span>;
  return (
    <>
      {percent(score.accuracy)}{" "}
      <span className="interval">
        {score.interval && percentInterval(score.interval)}
        {score.kind === "printed" && <sup title="as printed; no counts were released"> †</sup>}
      </span>
    </>
  );
}

/** What stands where a held submission has no accuracy of its own. */
export function HeldAt({ rung }: { rung: number | null }) {
  return <span className="quiet">{rung === null ? "held" : `held at ${percent(rung)}`}</span>;
}
