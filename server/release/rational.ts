/** A fraction in lowest terms, its denominator above zero. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** The fraction `numerator / denominator` in lowest terms. Throws a RangeError unless the denominator is above zero. */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator <= 0n) throw new RangeError("a denominator must be above zero");
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * The exact value of a decimal written in digits: `"0.01"` is 1/100, `"-3"` is -3/1.
 * Anything else (signs alone, exponents, more than 40 characters) is null.
 */
export function parseDecimal(text: string): Rational | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts || text.length > 40) return null;
  const [, sign = "", whole = "", decimals = ""] = parts;
  return rational(BigInt(`${whole}${decimals}`) * (sign ? -1n : 1n), 10n ** BigInt(decimals.length));
}

/** Below zero, zero or above zero as `a` is less than, equal to or greater than `b`; exact. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The double nearest to the fraction, for display and plots; never for a decision. */
export function rationalToNumber({ numerator, denominator }: Rational): number {
  return Number(numerator) / Number(denominator);
}

/** Writes `"23/100"`; zero is `"0/1"`. */
export function rationalToText({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
