import { expect, test } from "vitest";
import { chooseLabels } from "@/app/_components/figure/drawing/choose-labels";
import { makePoint } from "../make-point";

const references = Array.from({ length: 12 }, (_, i) =>
  makePoint({ name: `reference ${i}`, x: 0.4 + i / 20, y: 0.35 + i / 20 }),
);
const entries = [
  makePoint({ name: "middle entry", kind: "entry", x: 0.71, y: 0.6 }),
  makePoint({ name: "best entry", kind: "entry", x: 0.9, y: 0.8 }),
];
const names = (most: number, highlighted: string | null = null) =>
  chooseLabels([...references, ...entries], { highlighted, most }).map(({ name }) => name);

test("the best entry is named before the best of all, and a few entries before the references beside them", () => {
  expect(names(4)).toEqual(["best entry", "reference 11", "reference 0", "middle entry"]);
});

test("what a reader has in hand is named first", () => {
  expect(names(1, "reference 5")).toEqual(["reference 5"]);
});
