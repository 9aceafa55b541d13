/**
 * What an attacker believes about the torn images: `odds` is half the log odds that side +1 is right, `mean` the expected right
 * side, -1 to 1. `all` lists every torn image.
 */
export type Belief = {
  readonly odds: Float64Array;
  readonly mean: Float64Array;
  readonly all: Int32Array;
};

/** No knowledge of `torn` images. */
export function noBelief(torn: number): Belief {
  return {
    odds: new Float64Array(torn),
    mean: new Float64Array(torn),
    all: Int32Array.from({ length: torn }, (_, i) => i),
  };
}

/** Mean and variance of the right `sides` less the wrong ones among `images`. */
export function expectSides(belief: Belief, images: Int32Array, sides: Int8Array) {
  let mean = 0;
  let variance = 0;
  for (let i = 0; i < images.length; i++) {
    const image = images[i]!;
    const believed = belief.mean[image]!;
    mean += sides[image]! * believed;
    variance += 1 - believed * believed;
  }
  return { mean, variance };
}

/**
 * Learns that right less wrong `sides` among `images` is `surprise` variances more than expected: each image's mean moves by its
 * own variance times that (assumed-density filtering; Opper & Winther 1998).
 */
export function learn(belief: Belief, images: Int32Array, sides: Int8Array, surprise: number): void {
  for (let i = 0; i < images.length; i++) {
    const image = images[i]!;
    belief.odds[image]! += sides[image]! * surprise;
    belief.mean[image] = Math.tanh(belief.odds[image]!);
  }
}
