import type { Policy } from "./policy";
import { parseDecimal, rationalToNumber } from "./rational";

/**
 * One submission's secret noise in whole images: `round(noise * eta * images * g)`, g standard normal (Box-Muller). Zero for
 * policies without noise. `random` gives fractions in [0, 1); outside simulations it must come from a cryptographic source.
 */
export function drawNoise(input: { policy: Policy; images: number; random: () => number }): number {
  const deviation = noiseDeviation(input.policy, input.images);
  if (deviation === 0) return 0;
  const radius = Math.sqrt(-2 * Math.log(1 - input.random()));
  return Math.round(deviation * radius * Math.cos(2 * Math.PI * input.random())) + 0;
}

/** The standard deviation of the secret noise in images, before rounding to whole ones. */
export function noiseDeviation(policy: Policy, images: number): number {
  switch (policy.kind) {
    case "gated-ladder": {
      const noise = parseDecimal(policy.noise ?? "0");
      const eta = parseDecimal(policy.eta);
      return noise && eta ? rationalToNumber(noise) * rationalToNumber(eta) * images : 0;
    }
    case "fixed-step-ladder":
    case "parameter-free-ladder":
    case "rounded":
    case "exact":
      return 0;
  }
}
