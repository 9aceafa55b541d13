import type { HistoryRow } from "@/server/audit/history/history-schema";

type Run = NonNullable<HistoryRow["hiddenRun"]>;

const parkedWords = {
  processors:
    "the machine had too little of its processors to spare, and had no result after the last window",
  workers: "three workers were lost with it",
  device:
    "the worker has another device class than its pool; once it is taken up again, the pool has the new one",
} satisfies Record<NonNullable<Run["parkedFor"]>, string>;

const forfeitWords = {
  lost: "every image counts as wrong, because the model left too many without an answer",
  time: "every image counts as wrong, because the model used more than three times its original time",
} satisfies Record<NonNullable<Run["forfeited"]>, string>;

/** How a hidden evaluation went, for maintainers. */
export function runWords({ windows, windowsBeyond, forfeited, parkedFor }: Run, isParked: boolean): string {
  if (isParked) return `Parked: ${parkedWords[parkedFor ?? "processors"]}.`;
  const beyond = windowsBeyond > 0 ? `, ${windowsBeyond} of them not explained by the machine` : "";
  const took = `${windows} ${windows === 1 ? "window" : "windows"}${beyond}`;
  return forfeited ? `${took}; ${forfeitWords[forfeited]}.` : `${took}.`;
}
