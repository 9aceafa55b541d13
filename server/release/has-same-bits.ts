import type { RepeatOutcome } from "./repeat-outcome";

/** Whether a repeat judged every image as it was judged then: the machine then did the model no wrong. */
export function hasSameBits({ parts }: RepeatOutcome): boolean {
  return parts.length > 0 && parts.every(({ judgedOtherwise }) => judgedOtherwise === 0);
}
