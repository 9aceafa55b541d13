/** A statistic cannot be computed from these numbers; the message is for the person who gave them. */
export class StatisticsError extends Error {
  override readonly name = "StatisticsError";
}
