import { describe, expect, test } from "vitest";
import { emptyBits, setBit } from "@/server/release/bit-vector";
import { decideRelease } from "@/server/release/decide-release";
import { freshLadder } from "@/server/release/ladder-state";
import { type Policy, policyKinds } from "@/server/release/policy";
import { releaseUnder } from "@/server/release/released-score";
import { roundingGrid } from "@/server/release/rounding-grid";

/** The two kinds that release exactly: one says so by its name, the other by its paper (Blum & Hardt 2015). */
const exactKinds: readonly Policy["kind"][] = ["exact", "parameter-free-ladder"];

const policies: Record<Policy["kind"], Policy> = {
  "gated-ladder": { kind: "gated-ladder", eta: "0.01", c: 3, climbs: 6, noise: "1" },
  "fixed-step-ladder": { kind: "fixed-step-ladder", eta: "0.02" },
  "parameter-free-ladder": { kind: "parameter-free-ladder" },
  rounded: { kind: "rounded", decimals: 2 },
  exact: { kind: "exact" },
};

/** A prime, so that no count but none and all of them lies on a grid of decimals. */
const total = 1009;
const counts = Array.from({ length: total - 1 }, (_, i) => i + 1);

describe.each(policyKinds.filter((kind) => !exactKinds.includes(kind)))("the policy %s", (kind) => {
  const policy = policies[kind];

  test("lets out no loss that is a count", () => {
    for (const errors of counts) {
      const released = releaseUnder({ policy, correct: total - errors, total });
      expect(released).toMatchObject({ kind: "released", correct: null });
      expect(released.lossText).not.toBe(`${errors}/${total}`);
    }
  });

  test("tells apart no more numbers than it has steps", () => {
    const shown = new Set(
      counts.map((errors) => releaseUnder({ policy, correct: total - errors, total }).lossText),
    );
    expect(shown.size).toBeLessThanOrEqual(101);
  });

  test("puts no ladder on a rung that is a count", () => {
    for (const errors of counts) {
      const wrong = emptyBits(total);
      for (let image = 0; image < errors; image++) setBit(wrong, image);
      const first = { policy, state: freshLadder, baseline: null, submission: { wrong }, noise: 0 };
      const { released, state } = decideRelease(first);
      expect(released!.lossText).not.toBe(`${errors}/${total}`);
      expect(state.rung!.denominator).not.toBe(String(total));
    }
  });
});

test.each(exactKinds)("the policy %s says that it releases exactly", (kind) => {
  expect(roundingGrid(policies[kind])).toBe("exact");
  const released = releaseUnder({ policy: policies[kind], correct: total - 281, total });
  expect(released).toMatchObject({ kind: "released", lossText: `281/${total}` });
});

test("a kind that the code does not know releases nothing at all", () => {
  const unknown = { kind: "median-ladder" } as unknown as Policy;
  expect(() => releaseUnder({ policy: unknown, correct: 7219, total: 10_000 })).toThrow(TypeError);
});
