/**
 * What an answer tells of a sum that was believed normal: its mean moves by `shift` times the variance, and the variance falls by
 * `narrowing` times its own square.
 */
export type Surprise = { readonly shift: number; readonly narrowing: number };

/** The same from the mean and the second moment that the standardised sum is left with. */
export function surpriseOf(moments: { mean: number; second: number }, variance: number): Surprise {
  const { mean, second } = moments;
  return {
    shift: mean / Math.sqrt(variance),
    narrowing: Math.max(0, 1 - second + mean ** 2) / variance,
  };
}
