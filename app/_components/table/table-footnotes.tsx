import Link from "next/link";
import type { LeaderboardRow } from "@/server/leaderboards/schemas/leaderboard-schema";

/** What a reader must know to take the table's numbers for what they are. */
export function TableFootnotes({ rows }: { rows: readonly LeaderboardRow[] }) {
  const sources = [...new Set(rows.flatMap(({ source }) => source ?? []))];
  const hasPrinted = rows.some((row) => row.original?.kind === "printed" || row.new?.kind === "printed");
  const hasHeld = rows.some(({ held }) => held);
  return (
    <div className="footnotes">
      <p>
        Accuracies in percent with 95 % Clopper-Pearson intervals; gap and distance from the line in points,
        the line fitted without the model itself. Ranks in brackets are those that a model cannot be told
        apart from. <Link href="/docs/statistics">How the numbers are made</Link>.
      </p>
      {hasHeld && (
        <p>
          A held submission did not improve on its team&rsquo;s released score by enough to be released. It
          has no new accuracy and stands, open, at its team&rsquo;s rung. <Link href="/guard">Why</Link>.
        </p>
      )}
      {hasPrinted && <p>† as printed: the authors released no predictions, so there is no count.</p>}
      {sources.slice(0, 3).map((source) => (
        <p key={source}>Reference results: {source}.</p>
      ))}
    </div>
  );
}
