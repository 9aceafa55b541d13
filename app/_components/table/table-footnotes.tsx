import Link from "next/link";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";
import type { ScaleName } from "@/server/statistics/scale";

/** What a reader must know to understand the table's numbers. */
export function TableFootnotes({ rows, judged }: { rows: readonly LeaderboardRow[]; judged: ScaleName }) {
  const hasPrinted = rows.some((row) => row.original?.kind === "printed" || row.new?.kind === "printed");
  const hasWithheld = rows.some((row) => row.new?.kind === "withheld");
  const hasHeld = rows.some(({ held }) => held);
  return (
    <div className="footnotes">
      <p>
        Accuracies in percent with 95 % Clopper-Pearson intervals; gap and distance from the line in points,
        with the line fitted without the model itself on the {judged} scale, whichever is drawn. Ranks in
        brackets are those a model cannot be told apart from.{" "}
        <Link href="/docs/statistics">How the numbers are computed</Link>.
      </p>
      {hasHeld && (
        <p>
          A held submission did not improve enough on its team&rsquo;s released score to be released. It has
          no new accuracy; its open mark is at its team&rsquo;s rung. <Link href="/guard">Why</Link>.
        </p>
      )}
      {hasWithheld && (
        <p>
          Not released yet: a climb lets out the score that decided. Top-5 and the scores on other hidden test
          sets come with a team&rsquo;s second, fourth and eighth climb. <Link href="/guard">Why</Link>.
        </p>
      )}
      {hasPrinted && <p>† as printed: the authors released no predictions, so there is no count.</p>}
    </div>
  );
}
