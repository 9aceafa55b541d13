/** How far two models agree on which images they get wrong. */
export type ErrorConsistency = {
  /** Images that both get right or both get wrong. */
  agreeing: number;
  /** Share of agreeing images expected by chance, given the two accuracies. */
  expected: number;
  /** Agreement above that chance: 1 for the same errors, 0 for independent ones. */
  kappa: number;
};

/**
 * Agreement above chance, given the two accuracies p and q: `expected = p q + (1 - p)(1 - q)` and `kappa = (observed - expected)
 * / (1 - expected)`. Error consistency of Geirhos, Meding, Wichmann 2020 (NeurIPS; arXiv 2006.16736), which is Cohen's kappa
 * (1960) of "wrong". If chance alone gives full agreement (both all right, or both all wrong), kappa is 1.
 * @param errors images that each gets wrong; `both`, those that both do
 */
export function errorConsistency({
  images,
  errors,
  both,
}: {
  images: number;
  errors: readonly [number, number];
  both: number;
}): ErrorConsistency {
  const agreeing = images - errors[0] - errors[1] + 2 * both;
  const [p, q] = errors.map((wrong) => wrong / images) as [number, number];
  const expected = p * q + (1 - p) * (1 - q);
  const kappa = expected === 1 ? 1 : (agreeing / images - expected) / (1 - expected);
  return { agreeing, expected, kappa };
}
