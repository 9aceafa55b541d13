/** What is said where there is nothing to show. */
export const emptyStates = {
  meters: "Nothing: it shows published results only, and no submission is scored on it here.",
  deviations: "None: every model lies where the line, and chance, would put it.",
  line: "Without a line nothing can be off it.",
} as const;
