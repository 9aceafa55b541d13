import { scales } from "../../statistics/scale";
import { noiseDeviation } from "../draw-noise";
import type { Policy } from "../policy";
import { parseDecimal, rationalToNumber } from "../rational";
import { type Surprise, surpriseOf } from "./surprise";

/** What an answer reveals about one flipped image: the mean of its side (1 right, -1 wrong) after a climb and after a hold. */
export type AnswerWorth = { readonly ifClimbed: number; readonly ifHeld: number };

type Answer = { rate: number; moment: number; second: number };
type Rules = { step: number; c: number; noise: number; noisyGate: boolean };
export type Probe = { D: number; gains: number; variance: number; atLeast?: number };

const distribution = scales.probit.back;
/** Of the sum that stands for an integral. */
const fineParts = 160;
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

/** Bisection; `rises` goes from below zero to above. */
export function rootOf([low, high]: [number, number], rises: (x: number) => number, halvings = 24): number {
  for (let i = 0; i < halvings; i++) {
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
  return worthOf(answer(rulesOf(policy, images), probe), probe.variance);
}

/** What the answer to such a probe reveals of `d`, in which so many steps were asked for. */
export function surpriseOfAnswer(policy: Policy, images: number, probe: Probe, climbed: boolean): Surprise {
  const { rate, moment, second } = answer(rulesOf(policy, images, probe.atLeast), probe);
  const share = climbed ? rate : 1 - rate;
  if (share < 1e-9) return { shift: 0, narrowing: 0 };
  const moments = climbed ? { mean: moment, second } : { mean: -moment, second: 1 - second };
  return surpriseOf({ mean: moments.mean / share, second: moments.second / share }, probe.variance);
}

/** The probability that such a probe, or an honest submission described in the same way, climbs; normal approximation. */
export function climbRate(policy: Policy, images: number, probe: Probe, parts = fineParts): number {
  return answer(rulesOf(policy, images, probe.atLeast), probe, parts).rate;
}

function worthOf({ rate, moment }: Answer, variance: number): AnswerWorth {
  const spread = Math.sqrt(variance);
  return { ifClimbed: moment / rate / spread, ifHeld: -moment / (1 - rate) / spread };
}

/** The rate, and the first two moments of the standardised d among climbs, times the rate. */
function answer(rules: Rules, { D, gains, variance }: Probe, parts = fineParts): Answer {
  const spread = Math.sqrt(variance);
  const gate = rules.c * Math.sqrt(D);
  const threshold = Math.max(rules.step, gate);
  const [exact, noisy] = rules.noisyGate ? [0, threshold] : [gate, rules.step];
  return rules.noise === 0
    ? beyond((threshold - gains) / spread)
    : beyondNoisy((exact - gains) / spread, (noisy - gains) / spread, rules.noise / spread, parts);
}

function beyond(z: number): Answer {
  const rate = distribution(-z);
  return { rate, moment: density(z), second: rate + z * density(z) };
}

/** The same if a standard normal must exceed `exact` and, after adding noise of deviation `noise`, `noisy`; midpoint rule. */
function beyondNoisy(exact: number, noisy: number, noise: number, parts: number): Answer {
  const from = Math.max(exact, -8);
  const to = Math.max(from + 9, 8);
  const width = (to - from) / parts;
  let [rate, moment, second] = [0, 0, 0];
  for (let i = 0; i < parts; i++) {
    const z = from + (i + 0.5) * width;
    const weight = density(z) * distribution((z - noisy) / noise) * width;
    rate += weight;
    moment += weight * z;
    second += weight * z * z;
  }
  return { rate, moment, second };
}

function rulesOf(policy: Policy, images: number, atLeast = 1): Rules {
  const noise = noiseDeviation(policy, images);
  switch (policy.kind) {
    case "gated-ladder": {
      const noisyGate = policy.noisyGate === true;
      return { step: atLeast * decimal(policy.eta) * images, c: policy.c, noise, noisyGate };
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
