/** The states of submissions that a page shows, or may show, with scores on public test sets. */
export const statesScoredExactly = [
  "evaluating",
  "waiting-for-you",
  "awaiting-approval",
  "scored",
  "disqualified",
] as const;
