import { type Scale, scales } from "../scale";

/** Nodes of Chebyshev, between which a smooth function is close to the polynomial through them. */
const nodes = Array.from({ length: 6 }, (_, k) => Math.cos(((2 * k + 1) * Math.PI) / 12));
/** How far noise usually reaches, in its standard deviations; beyond, the scale itself is asked. */
const reached = 4;
/** Of the way to 0 or 1 the polynomial covers at most this much: it is then within two millionths of a logit. */
const farthest = 0.25;

/**
 * A scale's coordinates of accuracies that noise has moved: millions of them lie close to few accuracies, and a polynomial for each of
 * these takes a fraction of the time of logarithms or inverse error functions.
 * @param accuracies fractions
 * @param images the images behind each
 * @returns the coordinate of an accuracy near that of model `i`
 */
export function nearAccuracies(
  scale: Scale,
  accuracies: Float64Array,
  images: Float64Array,
): (i: number, accuracy: number) => number {
  if (scale === scales.linear) return (_, accuracy) => accuracy;
  const { forward } = scale;
  const size = nodes.length;
  const reaches = accuracies.map((p, i) => reached * Math.sqrt((p * (1 - p)) / images[i]!));
  const coefficients = new Float64Array(size * accuracies.length);
  accuracies.forEach((p, i) => {
    if (reaches[i]! > farthest * Math.min(p, 1 - p)) reaches[i] = 0;
    const differences = nodes.map((node) => forward(p + reaches[i]! * node));
    for (let order = 1; order < size; order++)
      for (let k = size - 1; k >= order; k--)
        differences[k] = (differences[k]! - differences[k - 1]!) / (nodes[k]! - nodes[k - order]!);
    coefficients.set(differences, size * i);
  });
  const [n0, n1, n2, n3, n4] = nodes as [number, number, number, number, number];
  return (i, accuracy) => {
    const reach = reaches[i]!;
    const moved = accuracy - accuracies[i]!;
    if (moved > reach || moved < -reach || reach === 0) return forward(accuracy);
    const t = moved / reach;
    const at = size * i;
    let value = coefficients[at + 5]! * (t - n4) + coefficients[at + 4]!;
    value = value * (t - n3) + coefficients[at + 3]!;
    value = value * (t - n2) + coefficients[at + 2]!;
    value = value * (t - n1) + coefficients[at + 1]!;
    return value * (t - n0) + coefficients[at]!;
  };
}
