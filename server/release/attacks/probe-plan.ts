import { scales } from "../../statistics/scale";
import { noiseDeviation } from "../draw-noise";
import type { Policy } from "../policy";
import { parseDecimal, rationalToNumber } from "../rational";

/** What an answer says about one flipped image: the mean of its side (1 right, -1 wrong) after a climb and after a hold. */
export type AnswerWorth = { readonly ifClimbed: number; readonly ifHeld: number };

type Answer = { rate: number; worth: AnswerWorth };
type Rules = { step: number; c: number; noise: number };

const distribution = scales.probit.back;
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * How many known images, on average, a probe must put right beside `flips` torn ones so that it climbs with probability `rate`: the root of
 * `p - t(p + m) = quantile(rate) * sqrt(m + p)`, `t(D) = max(eta n, c sqrt(D))`. With noise, which moves the step and leaves the gate alone,
 * it is the root of the same probability under both conditions. A number of images, not rounded.
 */
export function gainsForRate(policy: Policy, images: number, flips: number, rate: number): number {
  const rules = rulesOf(policy, images);
  let [low, high] = [0, images];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (answer(rules, flips + middle, middle, flips + middle).rate < rate) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * What the answer to a probe says: `D` images changed, `gains` of them for the better on average, and `d` has the variance `variance`
 * around that (images squared); normal approximation.
 */
export function worthOfAnswer(
  policy: Policy,
  images: number,
  probe: { D: number; gains: number; variance: number },
): AnswerWorth {
  return answer(rulesOf(policy, images), probe.D, probe.gains, probe.variance).worth;
}

function answer(rules: Rules, D: number, gains: number, variance: number): Answer {
  const spread = Math.sqrt(variance);
  const gate = rules.c * Math.sqrt(D);
  // Rate and first moment of the standardised d among climbs.
  const { rate, moment } =
    rules.noise === 0
      ? beyond((Math.max(rules.step, gate) - gains) / spread)
      : beyondNoisy((gate - gains) / spread, (rules.step - gains) / spread, rules.noise / spread);
  return {
    rate,
    worth: { ifClimbed: moment / rate / spread, ifHeld: -moment / (1 - rate) / spread },
  };
}

function beyond(z: number): { rate: number; moment: number } {
  return { rate: distribution(-z), moment: density(z) };
}

/** The same where a standard normal must exceed `gate` and, with noise of deviation `noise` added, `step`; the midpoint rule. */
function beyondNoisy(gate: number, step: number, noise: number): { rate: number; moment: number } {
  const parts = 160;
  const [from, to] = [Math.max(gate, -8), Math.max(gate, -8) + 9];
  const width = (to - from) / parts;
  let rate = 0;
  let moment = 0;
  for (let i = 0; i < parts; i++) {
    const z = from + (i + 0.5) * width;
    const weight = density(z) * distribution((z - step) / noise) * width;
    rate += weight;
    moment += weight * z;
  }
  return { rate, moment };
}

function rulesOf(policy: Policy, images: number): Rules {
  const noise = noiseDeviation(policy, images);
  if (policy.kind === "gated-ladder") return { step: decimal(policy.eta) * images, c: policy.c, noise };
  if (policy.kind === "fixed-step-ladder") return { step: decimal(policy.eta) * images, c: 0, noise };
  return { step: 0, c: 1, noise };
}

function decimal(text: string): number {
  const value = parseDecimal(text);
  return value ? rationalToNumber(value) : 0;
}
