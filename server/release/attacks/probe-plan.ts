import { scales } from "../../statistics/scale";
import { noiseDeviation } from "../draw-noise";
import type { Policy } from "../policy";
import { parseDecimal, rationalToNumber } from "../rational";

/** What an answer reveals about one flipped image: the mean of its side (1 right, -1 wrong) after a climb and after a hold. */
export type AnswerWorth = { readonly ifClimbed: number; readonly ifHeld: number };

type Answer = { rate: number; worth: AnswerWorth };
type Rules = { step: number; c: number; noise: number; noisyGate: boolean };
type Probe = { D: number; gains: number; variance: number };

const distribution = scales.probit.back;
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * How many known images, on average, a probe must correct besides `flips` torn ones to climb with probability `rate`: the root of
 * `p - t(p + m) = quantile(rate) * sqrt(m + p)`, `t(D) = max(eta n, c sqrt(D))`. With noise, it is the root for the same
 * probability under all of the policy's conditions, noisy or exact. A number of images, not rounded.
 */
export function gainsForRate(policy: Policy, images: number, flips: number, rate: number): number {
  const rules = rulesOf(policy, images);
  return rootOf([0, images], (gains) => {
    const D = flips + gains;
    return answer(rules, { D, gains, variance: D }).rate - rate;
  });
}

/** The same if the number corrected is fixed, not drawn; below zero, it is how many known images the probe must spoil. */
export function fixedGainsForRate(policy: Policy, images: number, flips: number, rate: number): number {
  const rules = rulesOf(policy, images);
  return rootOf([-images / 10, images], (gains) => {
    return answer(rules, { D: flips + Math.abs(gains), gains, variance: flips }).rate - rate;
  });
}

/** Bisection; `rises` goes from below zero to above. */
function rootOf([low, high]: [number, number], rises: (x: number) => number): number {
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (rises(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * What the answer to a probe reveals: `D` images changed, `gains` of them for the better on average, and `d` varies around that
 * with variance `variance` (images squared); normal approximation.
 */
export function worthOfAnswer(policy: Policy, images: number, probe: Probe): AnswerWorth {
  return answer(rulesOf(policy, images), probe).worth;
}

/** The probability that such a probe, or an honest submission described in the same way, climbs; normal approximation. */
export function climbRate(policy: Policy, images: number, probe: Probe): number {
  return answer(rulesOf(policy, images), probe).rate;
}

function answer(rules: Rules, { D, gains, variance }: Probe): Answer {
  const spread = Math.sqrt(variance);
  const gate = rules.c * Math.sqrt(D);
  const threshold = Math.max(rules.step, gate);
  const [exact, noisy] = rules.noisyGate ? [0, threshold] : [gate, rules.step];
  // Rate and first moment of the standardised d among climbs.
  const { rate, moment } =
    rules.noise === 0
      ? beyond((threshold - gains) / spread)
      : beyondNoisy((exact - gains) / spread, (noisy - gains) / spread, rules.noise / spread);
  return {
    rate,
    worth: { ifClimbed: moment / rate / spread, ifHeld: -moment / (1 - rate) / spread },
  };
}

function beyond(z: number): { rate: number; moment: number } {
  return { rate: distribution(-z), moment: density(z) };
}

/** The same if a standard normal must exceed `exact` and, after adding noise of deviation `noise`, `noisy`; midpoint rule. */
function beyondNoisy(exact: number, noisy: number, noise: number): { rate: number; moment: number } {
  const parts = 160;
  const from = Math.max(exact, -8);
  const to = Math.max(from + 9, 8);
  const width = (to - from) / parts;
  let rate = 0;
  let moment = 0;
  for (let i = 0; i < parts; i++) {
    const z = from + (i + 0.5) * width;
    const weight = density(z) * distribution((z - noisy) / noise) * width;
    rate += weight;
    moment += weight * z;
  }
  return { rate, moment };
}

function rulesOf(policy: Policy, images: number): Rules {
  const noise = noiseDeviation(policy, images);
  switch (policy.kind) {
    case "gated-ladder": {
      const noisyGate = policy.noisyGate === true;
      return { step: decimal(policy.eta) * images, c: policy.c, noise, noisyGate };
    }
    case "fixed-step-ladder":
      return { step: decimal(policy.eta) * images, c: 0, noise, noisyGate: false };
    case "parameter-free-ladder":
      return { step: 0, c: 1, noise, noisyGate: false };
    case "rounded":
    case "exact":
      throw new RangeError(`the policy ${policy.kind} always answers, so there is no probe to plan`);
  }
}

function decimal(text: string): number {
  const value = parseDecimal(text);
  return value ? rationalToNumber(value) : 0;
}
