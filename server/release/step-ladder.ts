import { answersAlways } from "./answers-always";
import { type BitVector, countOnes, countOnlyIn } from "./bit-vector";
import { comparesImages } from "./compares-images";
import type { DecisionTrace } from "./decision-trace";
import { isClosed, type LadderState, rungLoss } from "./ladder-state";
import type { Policy } from "./policy";
import { parseDecimal, type Rational, rationalToNumber } from "./rational";
import { releasedLoss } from "./released-loss";

/** The wrong images of the primary guarded part, bit by bit or, for policies that need no more, their number. */
export type LadderSubmission = { wrong: BitVector } | { errors: number; total: number };

export type LadderInput = {
  policy: Policy;
  state: LadderState;
  baseline: BitVector | null;
  submission: LadderSubmission;
  noise: number;
  /** The gain asked for in whole steps, 1 or more; gated ladders alone heed it, and not on a first release. */
  atLeast?: number | undefined;
};

export type LadderStep = {
  decision: "climbed" | "held";
  state: LadderState;
  baseline: BitVector | null;
  trace: DecisionTrace;
};

/** The submission does not fit this ladder: the message says why. */
export class LadderInputError extends Error {
  override readonly name = "LadderInputError";
}

/**
 * Whether a submission climbs, and the ladder after it; `decideRelease` without the released score, as replays and simulations
 * need it. Exact in integers. `noise` is the submission's own secret draw in whole images (`drawNoise`); policies without a gate
 * ignore it. With `atLeast` it climbs only if it would climb and `d` plus the same noise exceeds so many steps.
 * Throws a LadderInputError if the submission does not fit the ladder. Policies: Blum & Hardt 2015 (fixed-step,
 * parameter-free); the gated ladder adds a significance gate, a limit on climbs and noise.
 */
export function stepLadder(input: LadderInput): LadderStep {
  const { policy, state, submission } = input;
  const atLeast = stepsAsked(input);
  const trace = { ...compare(input), noise: input.noise };
  trace.threshold = threshold(policy, state, trace, atLeast);
  if (!climbs(policy, state, trace, atLeast))
    return { decision: "held", state, baseline: input.baseline, trace };
  return {
    decision: "climbed",
    state: climbTo(policy, state, releasedLoss(policy, trace)),
    baseline: "wrong" in submission ? submission.wrong : null,
    trace,
  };
}

function stepsAsked({ atLeast = 1 }: LadderInput): number {
  if (!Number.isSafeInteger(atLeast) || atLeast < 1)
    throw new LadderInputError("atLeast must be a whole number of steps, 1 or more");
  return atLeast;
}

function compare(input: LadderInput): DecisionTrace {
  const { submission, baseline, policy } = input;
  const { errors, total } = countOf(submission);
  if (!Number.isSafeInteger(input.noise))
    throw new LadderInputError("noise must be a whole number of images");
  if (!("wrong" in submission)) {
    if (comparesImages(policy)) {
      throw new LadderInputError(
        `the policy ${policy.kind} needs to know which images are wrong, not only how many`,
      );
    }
    return { errors, total, b: null, a: null, d: null, D: null, noise: 0, threshold: null };
  }
  if (!baseline) return { errors, total, b: null, a: null, d: null, D: null, noise: 0, threshold: null };
  if (baseline.length !== total)
    throw new LadderInputError("the submission has a different number of images from the ladder");
  const b = countOnlyIn(baseline, submission.wrong);
  const a = countOnlyIn(submission.wrong, baseline);
  return { errors, total, b, a, d: b - a, D: a + b, noise: 0, threshold: null };
}

function countOf(submission: LadderSubmission): { errors: number; total: number } {
  const counts =
    "wrong" in submission
      ? { errors: countOnes(submission.wrong), total: submission.wrong.length }
      : { errors: submission.errors, total: submission.total };
  const { errors, total } = counts;
  if (!Number.isSafeInteger(total) || total < 1)
    throw new LadderInputError("a test set must have at least one image");
  if (!Number.isSafeInteger(errors) || errors < 0 || errors > total) {
    throw new LadderInputError("errors must be a whole number from 0 to total");
  }
  return counts;
}

function climbs(policy: Policy, state: LadderState, trace: DecisionTrace, atLeast: number): boolean {
  const rung = rungLoss(state);
  if (state.closed) return false;
  if (!rung || answersAlways(policy)) return true;
  switch (policy.kind) {
    case "fixed-step-ladder":
      return beatsByAStep(trace, rung, decimal(policy.eta));
    case "parameter-free-ladder": {
      const { d, D } = compared(trace);
      return d > 0 && BigInt(d) ** 2n > BigInt(D);
    }
    case "gated-ladder": {
      const { d, D } = compared(trace);
      const gain = d + trace.noise;
      return (
        d > 0 &&
        passesStep(gain, trace.total, decimal(policy.eta), atLeast) &&
        passesGate(policy.noisyGate ? gain : d, D, decimal(String(policy.c)))
      );
    }
  }
}

function compared({ d, D }: DecisionTrace): { d: number; D: number } {
  if (d === null || D === null)
    throw new LadderInputError("the ladder has a rung but no baseline to compare with");
  return { d, D };
}

/** `errors / total < rung - eta` by cross-multiplication. */
function beatsByAStep({ errors, total }: DecisionTrace, rung: Rational, eta: Rational): boolean {
  const scale = rung.denominator * eta.denominator;
  const target = rung.numerator * eta.denominator - eta.numerator * rung.denominator;
  return BigInt(errors) * scale < target * BigInt(total);
}

/** `gain > steps * eta * total`. */
function passesStep(gain: number, total: number, eta: Rational, steps: number): boolean {
  return BigInt(gain) * eta.denominator > BigInt(steps) * eta.numerator * BigInt(total);
}

/** `gain > 0` and `gain * gain > c * c * D`. */
function passesGate(gain: number, D: number, c: Rational): boolean {
  return gain > 0 && (BigInt(gain) * c.denominator) ** 2n > c.numerator ** 2n * BigInt(D);
}

function climbTo(policy: Policy, state: LadderState, loss: Rational): LadderState {
  const climbs = state.climbs + 1;
  return {
    rung: { numerator: String(loss.numerator), denominator: String(loss.denominator) },
    climbs,
    closed: isClosed(policy, climbs),
  };
}

function threshold(
  policy: Policy,
  state: LadderState,
  { D, total }: DecisionTrace,
  atLeast: number,
): number | null {
  if (!state.rung || D === null) return null;
  switch (policy.kind) {
    case "gated-ladder":
      return Math.max(atLeast * rationalToNumber(decimal(policy.eta)) * total, policy.c * Math.sqrt(D));
    case "parameter-free-ladder":
      return Math.sqrt(D);
    case "fixed-step-ladder":
    case "rounded":
    case "exact":
      return null;
  }
}

function decimal(text: string): Rational {
  const value = parseDecimal(text);
  if (!value) throw new LadderInputError(`not a decimal: ${text}`);
  return value;
}
