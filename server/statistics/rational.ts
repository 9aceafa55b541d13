/** An exact fraction, such as a release policy's step size or a released loss. */
export type Rational = { numerator: bigint | number; denominator: bigint | number };
