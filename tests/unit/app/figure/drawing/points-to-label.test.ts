import { expect, test } from "vitest";
import { pointsToLabel } from "@/app/_components/figure/drawing/points-to-label";
import { makePoint } from "../make-point";

const references = Array.from({ length: 12 }, (_, i) =>
  makePoint({ name: `reference ${i}`, x: 0.4 + i / 20, y: 0.35 + i / 20 }),
);
const entries = [
  makePoint({ name: "middle entry", kind: "entry", x: 0.71, y: 0.6 }),
  makePoint({ name: "best entry", kind: "entry", x: 0.9, y: 0.8 }),
];
const names = (limit: number, highlighted: string | null = null) =>
  pointsToLabel([...references, ...entries], { highlighted, limit }).map(({ name }) => name);

test("the best entry is labelled before the best of all, and a few entries before the references beside them", () => {
  expect(names(4)).toEqual(["best entry", "reference 11", "reference 0", "middle entry"]);
});

test("the highlighted point is labelled first", () => {
  expect(names(1, "reference 5")).toEqual(["reference 5"]);
});
