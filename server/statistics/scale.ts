import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/**
 * A scale for accuracies: `forward` takes a fraction to a coordinate (infinite at 0 and 1 in logit and probit), `back`
 * undoes it, `derivative` is that of `forward`.
 */
export type Scale = {
  forward: (fraction: number) => number;
  back: (coordinate: number) => number;
  derivative: (fraction: number) => number;
};

const probit = (p: number) => -Math.SQRT2 * erfcinv(2 * p);
const normalDensity = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The three scales for fitting new accuracy to original accuracy. Recht et al. 2019, appendix B, derive probit; logit is its
 * common neighbour.
 */
export const scales = {
  linear: { forward: (p) => p, back: (z) => z, derivative: () => 1 },
  logit: {
    forward: (p) => Math.log(p / (1 - p)),
    back: (z) => 1 / (1 + Math.exp(-z)),
    derivative: (p) => 1 / (p * (1 - p)),
  },
  probit: {
    forward: probit,
    back: (z) => erfc(-z / Math.SQRT2) / 2,
    derivative: (p) => 1 / normalDensity(probit(p)),
  },
} satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;
