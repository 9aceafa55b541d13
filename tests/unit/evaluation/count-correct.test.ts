import { array, assert, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { argMax } from "@/server/evaluation/arg-max";
import { countCorrect } from "@/server/evaluation/count-correct";
import { rankOfLabel } from "@/server/evaluation/rank-of-label";

const tied = array(integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 12 });

describe("the class named", () => {
  test("a tie goes to the lowest class index", () => {
    expect(argMax([1, 7, 7, 7])).toBe(1);
    expect(argMax([0, 0])).toBe(0);
  });

  test("a frame with NaN or an infinity names no class, wherever it stands", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(argMax([bad, 1, 2])).toBeNull();
      expect(argMax([1, 2, bad])).toBeNull();
      expect(rankOfLabel([9, 1, bad], 0)).toBeNull();
    }
  });

  test("exactly one label has rank 0, and it is the class named", () => {
    assert(
      property(tied, (scores) => {
        const first = scores.map((_, label) => rankOfLabel(scores, label)).indexOf(0);
        expect(first).toBe(argMax(scores));
      }),
    );
  });

  test("the ranks are those of a stable sort by falling score", () => {
    assert(
      property(tied, (scores) => {
        const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
        expect(order.map((label) => rankOfLabel(scores, label))).toEqual(order.map((_, place) => place));
      }),
    );
  });
});

describe("counting", () => {
  test("an image that was never answered is wrong and predicts nothing", () => {
    const { record, tally } = countCorrect([0, 1, 2], 3);
    record(1, [0, 5, 0]);
    expect(tally()).toMatchObject({ total: 3, top1: 1, top5: null });
    expect([...tally().wrong.top1]).toEqual([1, 0, 1]);
    expect([...tally().predictions]).toEqual([-1, 1, -1]);
  });

  test("a tie never helps the label: a constant model gets the images of class 0 and of the first five classes", () => {
    const labels = Array.from({ length: 100 }, (_, i) => i % 10);
    const { record, tally } = countCorrect(labels, 10);
    for (let i = 0; i < labels.length; i += 1) record(i, new Float32Array(10));
    expect(tally()).toMatchObject({ top1: 10, top5: 50 });
  });

  test("a non-finite frame is wrong at top-1 and at top-5, even where the label has the largest finite score", () => {
    const { record, tally } = countCorrect([3], 10);
    record(0, [0, 0, 0, 9, 0, 0, Number.NaN, 0, 0, 0]);
    expect(tally()).toMatchObject({ top1: 0, top5: 0 });
    expect(tally().predictions[0]).toBe(-1);
  });

  test("recording an image again replaces its answer instead of counting it twice", () => {
    const { record, tally } = countCorrect([1, 1], 2);
    record(0, [0, 1]);
    record(0, [0, 1]);
    expect(tally().top1).toBe(1);
    record(0, [1, 0]);
    expect(tally().top1).toBe(0);
  });

  test("top-5 is not defined with five classes", () => {
    expect(countCorrect([0], 5).tally().top5).toBeNull();
    expect(countCorrect([0], 6).tally().top5).toBe(0);
  });

  test("a frame of another length and an image outside the set are errors, not wrong answers", () => {
    const { record } = countCorrect([0], 3);
    expect(() => record(0, [1, 2])).toThrow(RangeError);
    expect(() => record(1, [1, 2, 3])).toThrow(RangeError);
  });
});
