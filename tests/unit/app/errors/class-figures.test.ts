import { expect, test } from "vitest";
import { drawClassDots } from "@/app/_components/errors/draw-class-dots";
import { drawClassRanks } from "@/app/_components/errors/draw-class-ranks";
import { shortName } from "@/app/_components/errors/short-name";
import type { SvgNode } from "@/app/_components/plot/svg-node";
import { svgText } from "@/app/_components/plot/svg-text";
import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";

function errorsOf(accuracies: (number | null)[]): EntryErrors {
  const classes = accuracies.map((accuracy, index) => ({
    index,
    name: `class ${index}, other name`,
    synset: null,
    total: accuracy === null ? 0 : 100,
    correct: 100 * (accuracy ?? 0),
    accuracy,
    interval: accuracy === null ? null : { lower: accuracy / 2, upper: (1 + accuracy) / 2 },
    takenFor: null,
  }));
  const id = "00000000-0000-4000-8000-000000000000";
  const entry = { id, name: "a model", benchmark: "ours", testSet: "Original", testSets: ["Original"] };
  return { ...entry, total: 100 * classes.length, correct: 50 * classes.length, classes, confusions: [] };
}

const namesIn = (node: SvgNode): string[] =>
  node.attributes.className === "name"
    ? [String(node.children[0])]
    : node.children.flatMap((child) => (typeof child === "string" ? [] : namesIn(child)));

test("classes stand below each other, the most accurate first; one without images has no place", () => {
  const drawing = drawClassDots(errorsOf([0.2, null, 0.9, 0.5]), 640);
  expect(namesIn(drawing)).toEqual(["class 2", "class 3", "class 0"]);
});

test("nothing of a class figure leaves its drawing, on a desk and on a phone", () => {
  for (const width of [640, 343]) {
    for (const draw of [drawClassDots, drawClassRanks]) {
      const text = svgText(draw(errorsOf([0, 0.01, 0.5, 1]), width));
      const places = [...text.matchAll(/ (?:x|x1|x2|cx)="(-?[\d.]+)"/g)].map((found) => Number(found[1]));
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(width);
    }
  }
});

test("a thousand classes are two paths, a dot and a range for each", () => {
  const text = svgText(drawClassRanks(errorsOf(Array.from({ length: 1_000 }, (_, i) => i / 1_000)), 640));
  expect(text.match(/h0/g)).toHaveLength(1_000);
  expect(text.match(/V[\d.]+/g)).toHaveLength(1_000);
  expect(text.length).toBeLessThan(50_000);
});

test("a name with several lemmas is shown by its first, cut with an ellipsis where it is too long", () => {
  expect(shortName("tench, Tinca tinca", 22)).toBe("tench");
  expect(shortName("black-footed ferret", 14)).toBe("black-footed…");
});
