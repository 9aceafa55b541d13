import Link from "next/link";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";
import type { FigureFacts } from "@/server/leaderboards/schemas/figure-schema";
import { pValue } from "../numbers/p-value";
import { percent, points, pointsInterval } from "../numbers/percent";
import { MarkIcon } from "../plot/mark-icon";

/** Where an entry stands against the line, and what that does not prove. */
export function Standing({ entry, figure }: { entry: Entry; figure: FigureFacts }) {
  if (entry.disqualified) {
    return (
      <p>
        Disqualified{entry.reason ? `: ${entry.reason}` : ""}. It has no rank and appears in neither the fit
        nor the plot.
      </p>
    );
  }
  if (entry.held) return <HeldAt rung={entry.rung} />;
  if (entry.residual === null) {
    return (
      <p>
        {figure.fit.slope === null
          ? "There is no line yet to compare it with."
          : entry.new?.kind === "withheld"
            ? "Its score here is not released yet: top-5 and other hidden test sets come with a team’s second, fourth and eighth climb."
            : "It cannot be placed on both axes of this view."}
      </p>
    );
  }
  return <Residual entry={entry} judged={figure.verdict.scale} />;
}

function HeldAt({ rung }: { rung: number | null }) {
  return (
    <>
      <p>
        {rung === null ? "Held" : `Held at ${percent(rung)} %`}: this submission did not improve enough on its
        team&rsquo;s released score to be released. It is not a failure, and it does not mean that the model
        is worse.
      </p>
      <p className="soft">
        Its open mark is at its own original accuracy and its team&rsquo;s rung; it has no new accuracy and
        enters no fit. <Link href="/guard">Why scores are held</Link>
      </p>
    </>
  );
}

function Residual({ entry, judged }: { entry: Entry; judged: FigureFacts["verdict"]["scale"] }) {
  const { residual, residualInterval, p, mark, kind, verified, newRank, rankRange, deltaRank, beyond } =
    entry;
  const side = residual! < 0 ? "below" : "above";
  return (
    <>
      <p>
        <MarkIcon of={entry} />{" "}
        <strong className={mark ?? undefined}>
          {points(residual!)} points {side === "above" ? "above" : "below"} the line
        </strong>
        {residualInterval && ` ${pointsInterval(residualInterval)} at 95 %, for this model alone`}
        {p !== null && `, ${pValue(p)}, corrected for multiple comparisons`}.{" "}
        {mark
          ? "That is further than chance would put it."
          : "That cannot be told apart from chance: it lies where its original accuracy would put it."}
      </p>
      {newRank !== null && (
        <p>
          New rank {newRank}
          {rankRange &&
            rankRange[0] !== rankRange[1] &&
            `, which cannot be told apart from ranks ${rankRange[0]} to ${rankRange[1]}`}
          {deltaRank !== null &&
            deltaRank !== 0 &&
            `; ${Math.abs(deltaRank)} ${deltaRank > 0 ? "up" : "down"} from its original rank`}
          .
        </p>
      )}
      <p className="soft">
        The line is fitted to the reference models without this one, on the {judged} scale, whichever is
        drawn.{" "}
        {beyond &&
          "Its original accuracy lies outside theirs, where the line is only extended, and another scale would extend it elsewhere. "}
        A distance from it is a description, not proof of robustness.{" "}
        {kind === "entry" &&
          `Labels of the original set are public, so an original accuracy can be manipulated, and choosing among submissions can gain a point or two. ${verified ? "A maintainer has verified this entry." : "No maintainer has verified this entry yet."}`}
      </p>
    </>
  );
}
