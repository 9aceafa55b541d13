/** An exact fraction, as release policies state their step size and their released losses. */
export type Rational = { numerator: bigint | number; denominator: bigint | number };
