/**
 * What an attacker believes of the torn images, shared by all its teams: `odds` is half the logarithm of the odds that the side +1 is
 * the right one, `mean` the expected right side, -1 to 1.
 */
export type Belief = { readonly odds: Float64Array; readonly mean: Float64Array };

/** Knowing nothing of `torn` images. */
export function noBelief(torn: number): Belief {
  return { odds: new Float64Array(torn), mean: new Float64Array(torn) };
}
