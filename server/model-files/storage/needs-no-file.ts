/** The states of submissions that will never be run: their file may go. */
export const needsNoFile = ["refused", "failed", "withdrawn"] as const;
