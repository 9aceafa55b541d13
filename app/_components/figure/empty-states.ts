/** What the page says where there is nothing to show. */
export const emptyStates = {
  meters: "Nothing. It shows published results only; no submissions are scored on it here.",
  deviations: "None. Every model is as close to the line as chance alone would put it.",
  line: "There is no line to be off.",
} as const;
