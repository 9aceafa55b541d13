/** Numbers that a statistic cannot be computed from; the message is a sentence for the person who gave them. */
export class StatisticsError extends Error {
  override readonly name = "StatisticsError";
}
