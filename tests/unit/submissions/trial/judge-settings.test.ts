import { expect, test } from "vitest";
import type { Setting } from "@/server/evaluation/setting";
import { canBeBeaten } from "@/server/submissions/trial/can-be-beaten";
import { judgeSettings } from "@/server/submissions/trial/judge-settings";

const declared: Setting = { layout: "NCHW", channel_order: "RGB", mean: [0, 0, 0], std: [1, 1, 1] };
const other = (mean: number): Setting => ({ ...declared, mean: [mean, mean, mean] });
/** `both` right with either setting, then right only as declared, right only with the other, wrong with both. */
function judge({ both = 0, own = 0, others = 0, neither = 0, more = 0 }) {
  const right = (a: string, b: string) =>
    "1".repeat(both) + a.repeat(own) + b.repeat(others) + "0".repeat(neither);
  const tried = [
    { setting: declared, right: right("1", "0") },
    { setting: other(0.5), right: right("0", "1") },
    ...Array.from({ length: more }, (_, i) => ({ setting: other(0.6 + i / 100), right: "0" })),
  ];
  return judgeSettings({ declared, tried })!;
}

test("a setting that is right on six times as many images is clearly better, with both counts", () => {
  const finding = judge({ both: 10, own: 10, others: 110, neither: 70 });
  expect(finding).toMatchObject({ images: 200, correct: 20, others: 1, tooFew: false });
  expect(finding.better).toMatchObject({ setting: other(0.5), correct: 120 });
});

test("nine points are not enough, however sure; ten are", () => {
  expect(judge({ both: 100, others: 19, neither: 81 }).better).toBeNull();
  expect(judge({ both: 100, others: 20, neither: 80 }).better).not.toBeNull();
});

test("twice the accuracy is enough where accuracies are small", () => {
  expect(judge({ both: 18, others: 18, neither: 164 }).better).not.toBeNull();
  expect(judge({ both: 19, others: 18, neither: 163 }).better).toBeNull();
});

test("ten points that may be chance are none: 45 against 25 has p = 0.022", () => {
  expect(judge({ both: 50, own: 25, others: 45, neither: 80 }).better).toBeNull();
});

test("the best of many is held to more: p = 0.000195 of one is enough, of one in thirteen it is not", () => {
  // Python: 2 * sum(math.comb(34, i) for i in range(7)) / 2**34
  const one = judge({ both: 60, own: 6, others: 28, neither: 106 });
  expect(one.better?.p).toBeCloseTo(0.00019512558355927467, 12);
  expect(judge({ both: 60, own: 6, others: 28, neither: 106, more: 12 }).better).toBeNull();
});

test("a setting given up on a part of the images is never the better one, and counts as tried", () => {
  const finding = judge({ both: 10, others: 0, neither: 190, more: 3 });
  expect(finding).toMatchObject({ others: 4, better: null });
});

test("of ten images no difference is clear, and it is said", () => {
  expect(judge({ others: 10 })).toMatchObject({ better: null, tooFew: true });
});

test("nothing is said where the setting declared could not be run", () => {
  expect(judgeSettings({ declared, tried: [] })).toBeNull();
});

test("a model right on more than nine of ten images cannot be clearly beaten: nothing else is tried", () => {
  expect(canBeBeaten(181, 200)).toBe(false);
  expect(canBeBeaten(180, 200)).toBe(true);
  expect(canBeBeaten(0, 10)).toBe(false);
});
