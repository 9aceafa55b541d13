import betainc from "@stdlib/math-base-special-betainc";

/**
 * The probability that Student's t lies further from 0 than `t`, on either side: the regularised incomplete beta function `I(df /
 * (df + t^2); df / 2, 1 / 2)` (Abramowitz and Stegun 26.7.1), from whichever side is accurate.
 * @param t any number, infinite included
 * @param degreesOfFreedom at least 1
 */
export function studentTTails(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  const whole = degreesOfFreedom + square;
  return square < degreesOfFreedom
    ? betainc(square / whole, 1 / 2, degreesOfFreedom / 2, true, true)
    : betainc(degreesOfFreedom / whole, degreesOfFreedom / 2, 1 / 2);
}
