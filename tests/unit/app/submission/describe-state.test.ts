import { expect, test } from "vitest";
import { canBeWithdrawn, describeState, isMoving } from "@/app/_components/submission/describe-state";
import type { ShownSubmission } from "@/app/_components/submission/shown-submission";

type Shown = Parameters<typeof describeState>[0];
const shown = (given: Partial<Shown>): Shown => ({
  state: "scored",
  queuePosition: null,
  approval: null,
  advice: null,
  progress: null,
  decision: null,
  refusal: null,
  scores: [],
  rung: null,
  atLeast: 1,
  ...given,
});

test("held is told with the rung, and never as a failure", () => {
  const { label, sentence, hint, tone } = describeState(shown({ decision: "held", rung: 0.61 }));
  expect(label).toBe("Held at 61.0 %");
  expect(sentence).toContain("did not improve enough on your released score to be released");
  expect(`${label} ${sentence} ${hint}`).not.toMatch(/fail|reject|nearly|close/i);
  expect(tone).not.toBe("trouble");
});

test("held says what it asked for, where that was more than a step", () => {
  const { sentence } = describeState(shown({ decision: "held", atLeast: 3 }));
  expect(sentence).toContain("to be released: it asked for 3 steps.");
});

test("a climb names the released accuracy, not the original one", () => {
  const score = { testSet: "New", correct: null, total: 2000, interval: null };
  const exact = { ...score, testSet: "Original", metric: "top1", kind: "exact", accuracy: 0.9 } as const;
  const released = { ...score, metric: "top1", kind: "released", accuracy: 0.72 } as const;
  expect(describeState(shown({ decision: "climbed", scores: [exact, released] })).label).toBe(
    "Climbed to 72.0 %",
  );
});

test("a refusal says what to change and that it cost nothing", () => {
  const refusal = {
    code: "external_data",
    message: "The weights lie in another file.",
    hint: "Export them inside.",
  };
  const words = describeState(shown({ state: "refused", refusal }));
  expect(words.sentence).toBe("The weights lie in another file. It did not count against your quota.");
  expect(words.hint).toBe("Export them inside.");
});

test("a model that waits to be spent says why, what to do, and that nothing is spent", () => {
  const advice = { code: "asked", message: "It has 81.0 %.", hint: "Spend it." };
  const { label, sentence, hint, tone } = describeState(shown({ state: "waiting-for-you", advice }));
  expect(label).toBe("Waiting for you");
  expect(sentence).toBe("It has 81.0 %. No hidden image has been read, and nothing is spent.");
  expect([hint, tone]).toEqual(["Spend it.", "plain"]);
});

test("a hidden evaluation tells no images done, and that it is spent", () => {
  const progress = { phase: "hidden", done: 0.43, dueAt: "2026-01-01T00:00:00Z" } as const;
  const { label, sentence } = describeState(shown({ state: "evaluating", progress }));
  expect(`${label} ${sentence}`).not.toMatch(/43/);
  expect(sentence).toContain("spent");
});

const states: [
  state: ShownSubmission["state"],
  phase: "original" | "hidden" | null,
  withdraws: boolean,
  moves: boolean,
][] = [
  ["inspecting", null, true, true],
  ["queued", null, true, true],
  ["evaluating", "original", true, true],
  ["evaluating", "hidden", false, true],
  ["waiting-for-you", null, true, false],
  ["awaiting-approval", null, false, false],
  ["scored", null, false, false],
  ["failed", null, false, false],
  ["withdrawn", null, false, false],
];

test.each(states)(
  "%s (%s): withdrawing is offered: %s; it is followed: %s",
  (state, phase, withdraws, moves) => {
    const progress = phase ? { phase, done: 0.5, dueAt: null } : null;
    expect(canBeWithdrawn({ state, progress })).toBe(withdraws);
    expect(isMoving({ state })).toBe(moves);
  },
);
