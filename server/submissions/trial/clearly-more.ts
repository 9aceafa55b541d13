/** The chance that any setting seems better where all are equally good. */
export const clearLevel = 0.001;
const leastGain = 0.1;

/** Whether so many right answers of `images` are ten points more than others, or twice as many. */
export function isClearlyMore(correct: number, than: number, images: number): boolean {
  return correct - than >= leastGain * images || correct >= 2 * Math.max(1, than);
}
