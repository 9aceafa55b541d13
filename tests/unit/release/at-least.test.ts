import { expect, test } from "vitest";
import { type BitVector, emptyBits, setBit } from "@/server/release/bit-vector";
import { decideRelease } from "@/server/release/decide-release";
import { freshLadder } from "@/server/release/ladder-state";
import type { Policy } from "@/server/release/policy";

const gated: Policy = { kind: "gated-ladder", eta: "0.01", c: 3 };
const noisy: Policy = { ...gated, noisyGate: true };

/** The first so many of 1,000 images are wrong. */
function wrong(errors: number): BitVector {
  const bits = emptyBits(1000);
  for (let i = 0; i < errors; i++) setBit(bits, i);
  return bits;
}

function decide(gain: number, asked: { atLeast?: number; noise?: number; policy?: Policy } = {}) {
  const { atLeast, noise = 0, policy = gated } = asked;
  const given = { policy, state: freshLadder, baseline: null, submission: { wrong: wrong(500) } };
  const first = decideRelease({ ...given, noise: 0 });
  return decideRelease({ policy, ...first, submission: { wrong: wrong(500 - gain) }, noise, atLeast });
}

test("a submission that asks for three steps is held at three, and climbs with one image more", () => {
  expect(decide(30, { atLeast: 3 })).toMatchObject({ decision: "held", released: null });
  expect(decide(31, { atLeast: 3 })).toMatchObject({ decision: "climbed", trace: { threshold: 30 } });
  expect(decide(30).decision).toBe("climbed");
});

test("the noise that moves the step moves what is asked for", () => {
  expect(decide(25, { atLeast: 3, noise: 6 }).decision).toBe("climbed");
  expect(decide(25, { atLeast: 3, noise: 5 }).decision).toBe("held");
  expect(decide(36, { atLeast: 3, noise: -6 }).decision).toBe("held");
});

test("whoever asks climbs only where a climb would have come without asking", () => {
  for (let gain = -5; gain <= 60; gain++) {
    for (const noise of [-30, -9, 0, 9, 30]) {
      for (const policy of [gated, noisy]) {
        const plain = decide(gain, { noise, policy }).decision;
        const asked = [1, 2, 3].map((atLeast) => decide(gain, { noise, policy, atLeast }).decision);
        expect(asked[0]).toBe(plain);
        // From the first that is held on, all are.
        expect(asked.join(" ")).not.toMatch(/held climbed/);
      }
    }
  }
});

test("a first release heeds no wish, nor does a policy without a gate", () => {
  const first = {
    state: freshLadder,
    baseline: null,
    submission: { wrong: wrong(999) },
    noise: 0,
    atLeast: 50,
  };
  expect(decideRelease({ policy: gated, ...first }).decision).toBe("climbed");
  expect(decide(11, { policy: { kind: "fixed-step-ladder", eta: "0.01" }, atLeast: 3 }).decision).toBe(
    "climbed",
  );
});

test.each([0, -1, 1.5, Number.NaN])("%f steps are refused", (atLeast) => {
  expect(() => decide(10, { atLeast })).toThrow("whole number of steps");
});
