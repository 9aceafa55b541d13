import { bibtex } from "@/app/_components/entry/bibtex";
import { percent } from "@/app/_components/numbers/percent";
import type { Entry } from "@/server/leaderboards/leaderboard-schema";

/** The citation of an entry: what stands on its page, where, and when it was read. */
export function citeEntry(entry: Entry, { origin, at }: { origin: string; at: Date }): string {
  const { id, name, teamName, benchmark, testSet, new: released, rung, held, source } = entry;
  const accuracy = held ? rung : (released?.accuracy ?? null);
  const score =
    accuracy === null ? "" : `, ${testSet} ${held ? "held at" : "accuracy"} ${percent(accuracy)} percent`;
  return bibtex({
    name: `${name} on ${benchmark.name}`,
    author: teamName ?? "Rung",
    address: `${origin}/entries/${id}`,
    note: `Rung leaderboard entry${score}${source ? `; ${source}` : ""}`,
    at,
  });
}
