import { expect, test } from "vitest";
import type { SvgNode } from "@/app/_components/plot/svg-node";
import { drawRobustness } from "@/app/_components/robustness/draw-robustness";
import { robustnessLayout } from "@/app/_components/robustness/robustness-layout";
import { trainingMark } from "@/app/_components/robustness/training-mark";
import { trainings } from "@/server/evaluation/training";
import { groupByTraining } from "@/server/leaderboards/robustness/group-by-training";
import type { Robustness, RobustnessPoint } from "@/server/leaderboards/schemas/robustness-schema";

let minted = 0;
function point(changes: Partial<RobustnessPoint> = {}): RobustnessPoint {
  minted += 1;
  return {
    id: `id ${minted}`,
    kind: "reference",
    name: `model ${minted}`,
    training: "standard",
    x: 0.6 + (minted % 30) / 100,
    residual: ((minted % 7) - 3) / 500,
    residualInterval: null,
    mark: null,
    beyond: false,
    ...changes,
  };
}

const viewOf = (points: RobustnessPoint[]): Robustness => ({
  benchmark: { name: "Board", slug: "board" } as Robustness["benchmark"],
  testSet: "New",
  metric: "top1",
  scale: "logit",
  groups: groupByTraining(points.map((one) => ({ ...one, notInFit: null }))),
  points,
});

function all({ tag, attributes, children }: SvgNode): { tag: string; className: string; d: string }[] {
  const own = { tag, className: String(attributes.className ?? ""), d: String(attributes.d ?? "") };
  return [own, ...children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}

test("the line is in the frame, at zero, however far to one side all models lie", () => {
  const layout = robustnessLayout(viewOf([point({ residual: 0.1 }), point({ residual: 0.2 })]), {
    width: 760,
  });
  expect(layout.y(0)).toBeLessThan(layout.frame.bottom);
  expect(layout.y(0.2)).toBeGreaterThan(layout.frame.top);
  expect(layout.y(0.1)).toBeLessThan(layout.y(0));
  const drawn = all(drawRobustness(viewOf([point({ residual: 0.1 })]), 760));
  expect(drawn.filter(({ className }) => className === "zero")).toHaveLength(1);
});

test("every group has a shape of its own, but for what is not declared, which is a hollow circle", () => {
  const outlines = trainings.map((training) => trainingMark({ training, kind: "reference" }, 4).d);
  expect(new Set(outlines).size).toBe(trainings.length);
  expect(trainingMark({ training: null, kind: "reference" }, 4)).toEqual({
    className: "trained-unknown",
    d: outlines[0],
  });
});

test("of thousands of models one path is drawn, and those off the line over it, by name", () => {
  const crowd = Array.from({ length: 3_000 }, () => point());
  const off = point({ residual: 0.2, mark: "above", training: "zero-shot", name: "off the line" });
  const drawing = drawRobustness(viewOf([...crowd, off]), 760);
  const drawn = all(drawing);
  expect(drawn.filter(({ className }) => className === "dots trained-standard")).toHaveLength(1);
  expect(drawn.filter(({ className }) => className === "trained-zero-shot")).toHaveLength(1);
  expect(drawn.length).toBeLessThan(150);
  expect(JSON.stringify(drawing)).toContain("off the line");
});

test("the frame holds every interval that is drawn, and in a file the legend has room above it", () => {
  const wide = point({ residualInterval: { lower: -0.3, upper: 0.01 } });
  const bar = all(drawRobustness(viewOf([wide, point()]), 760)).find(({ className }) =>
    className.startsWith("error"),
  )!;
  const { frame } = robustnessLayout(viewOf([wide, point()]), { width: 760 });
  const [from, to] = bar.d
    .match(/[\d.]+/g)!
    .slice(1)
    .map(Number) as [number, number];
  expect(from).toBeLessThan(frame.bottom);
  expect(to).toBeGreaterThan(frame.top);
  const [inPage, inFile] = [false, true].map((legend) => drawRobustness(viewOf([wide]), 760, { legend }));
  const heightOf = ({ attributes }: SvgNode) => Number(String(attributes.viewBox).split(" ")[3]);
  expect(heightOf(inFile!)).toBeGreaterThan(heightOf(inPage!));
});

test("an interval is drawn for each of few models, and of many for those off the line alone", () => {
  const residualInterval = { lower: -0.01, upper: 0.01 };
  const bars = (points: RobustnessPoint[]) =>
    all(drawRobustness(viewOf(points), 760)).filter(({ className }) => className.startsWith("error")).length;
  const few = Array.from({ length: 20 }, () => point({ residualInterval }));
  expect(bars(few)).toBe(20);
  const many = Array.from({ length: 200 }, () => point({ residualInterval }));
  expect(bars([...many, point({ residualInterval, mark: "below" })])).toBe(1);
});
