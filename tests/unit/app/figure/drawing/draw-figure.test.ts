import { describe, expect, test } from "vitest";
import { crowdFile } from "@/app/_components/figure/drawing/crowd-file";
import { drawFigure } from "@/app/_components/figure/drawing/draw-figure";
import { figureFrame } from "@/app/_components/figure/drawing/figure-frame";
import { figureLayout } from "@/app/_components/figure/drawing/figure-layout";
import { svgFile } from "@/app/_components/figure/drawing/svg-file";
import type { SvgNode } from "@/app/_components/plot/svg-node";
import { svgText } from "@/app/_components/plot/svg-text";
import { makeFit } from "../make-fit";
import { makePoint } from "../make-point";

const frame = figureFrame(680);
const words = { summary: "a figure", titles: { x: "Original accuracy (%)", y: "New accuracy (%)" } };
const interval = { lower: 0.7, upper: 0.74 };

function all(node: SvgNode): SvgNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : all(child)))];
}
const classed = (node: SvgNode, name: string) =>
  all(node).filter(({ attributes }) =>
    String(attributes.className ?? "")
      .split(" ")
      .includes(name),
  );
const texts = (node: SvgNode) =>
  all(node).flatMap(({ children }) => children.filter((child) => typeof child === "string"));

const points = [
  makePoint({ name: "alexnet", x: 0.565, y: 0.44 }),
  makePoint({ name: "resnet152", x: 0.783, y: 0.67, xInterval: interval, yInterval: interval }),
  makePoint({ name: "fv_64k", x: 0.6, y: 0.61, mark: "above" }),
  makePoint({ name: "sunk", x: 0.8, y: 0.5, mark: "below", kind: "entry" }),
  makePoint({ name: "mine", x: 0.7, y: 0.58, kind: "entry" }),
  makePoint({ name: "behind", x: 0.72, y: 0.58, kind: "entry", held: true, mark: "above" }),
];

test("every point has its mark: entries, references, deviations above and below, and held ones", () => {
  const drawing = drawFigure({ figure: { points, fit: makeFit() }, frame }, words);
  const marks = all(drawing).filter(({ attributes }) => attributes["data-entry"]);
  expect(new Set(marks.map(({ attributes }) => attributes["data-entry"]))).toEqual(
    new Set(points.map(({ id }) => id)),
  );
  expect(classed(drawing, "is-above").some(({ attributes }) => attributes["data-entry"] === "fv_64k")).toBe(
    true,
  );
  expect(classed(drawing, "is-below").some(({ attributes }) => attributes["data-entry"] === "sunk")).toBe(
    true,
  );
});

test("a held point is an open mark, labelled held, and never counts as a deviation", () => {
  const drawing = drawFigure({ figure: { points, fit: makeFit() }, frame }, words, { highlighted: "behind" });
  const [held] = classed(drawing, "held");
  expect(held!.attributes.className).toBe("held");
  expect(texts(drawing)).toContain("behind (held)");
});

test("a deviation is told by shape as well as by colour", () => {
  const drawing = drawFigure({ figure: { points, fit: makeFit() }, frame }, words);
  const outline = (id: string) =>
    all(drawing).find(({ attributes }) => attributes["data-entry"] === id)!.attributes.d;
  expect(outline("fv_64k")).not.toBe(outline("alexnet"));
  expect(outline("fv_64k")).not.toBe(outline("sunk"));
  expect(outline("mine")).not.toBe(outline("alexnet"));
});

test("a point outside the frame is marked at its edge", () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    makePoint({ name: `m${i}`, x: 0.7 + i / 200, y: 0.6 + i / 200 }),
  );
  const far = makePoint({ name: "fv_4k", x: 0.212, y: 0.15, mark: "above" });
  const drawing = drawFigure({ figure: { points: [...many, far], fit: makeFit() }, frame }, words);
  const edges = classed(drawing, "edge");
  expect(edges.map(({ attributes }) => attributes["data-entry"])).toEqual(["fv_4k"]);
});

test("held points, however weak and many, leave the frame to what was measured", () => {
  const weak = Array.from({ length: 40 }, (_, i) =>
    makePoint({ name: `held ${i}`, x: 0.1 + i / 1000, y: 0.92, kind: "entry", held: true }),
  );
  const domainWith = (held: typeof weak) =>
    figureLayout({ figure: { points: [...points, ...held], fit: makeFit() }, frame }).domain;
  expect(domainWith(weak)).toEqual(domainWith([]));
});

test("without a line there is no line, no band, and the points are still there", () => {
  const fit = makeFit({
    slope: null,
    intercept: null,
    band: [],
    reason: "too_few_models",
    slopeInterval: null,
    interceptInterval: null,
  });
  const drawing = drawFigure({ figure: { points: points.slice(0, 1), fit }, frame }, words);
  expect(classed(drawing, "fit")).toEqual([]);
  expect(classed(drawing, "band")).toEqual([]);
  expect(all(drawing).filter(({ attributes }) => attributes["data-entry"])).toHaveLength(1);
});

describe("eleven thousand points", () => {
  const crowd = Array.from({ length: 11_500 }, (_, i) =>
    makePoint({
      name: `m${i}`,
      x: 0.5 + (i % 997) / 2500,
      y: 0.4 + (i % 811) / 2500,
      kind: i % 8 ? "entry" : "reference",
      held: i % 5 === 1,
    }),
  );
  const figure = { points: crowd, fit: makeFit() };

  test("stay a small drawing", () => {
    const file = svgFile(drawFigure({ figure, frame }, words));
    expect(file.length).toBeLessThan(600_000);
    expect(file.match(/<path/g)!.length).toBeLessThan(50);
  });

  test("are referred to by a page, which stays as small as one of a few points", () => {
    const drawing = drawFigure({ figure, frame }, words, { outlines: "/crowd?scale=logit" });
    expect(svgText(drawing).length).toBeLessThan(20_000);
    const uses = all(drawing).filter(({ tag }) => tag === "use");
    expect(uses.map(({ attributes }) => attributes.href)).toEqual([
      "/crowd?scale=logit#held",
      "/crowd?scale=logit#dots",
      "/crowd?scale=logit#entry",
    ]);
  });

  test("have the same outlines in the file that a page refers to", () => {
    const file = crowdFile({ figure, frame });
    for (const kind of ["held faint", "dots", "entry"]) {
      const path = classed(drawFigure({ figure, frame }, words), kind.split(" ")[0]!).find(
        ({ attributes }) => attributes.className === kind,
      )!;
      expect(file).toContain(`<path id="${kind.split(" ")[0]}" d="${path.attributes.d}"/>`);
    }
  });
});

test("a file holds no name that could break out of it", () => {
  const evil = makePoint({ name: '</text><script>"&\u0000', x: 0.7, y: 0.6 });
  const file = svgFile(
    drawFigure({ figure: { points: [...points, evil], fit: makeFit() }, frame }, words, {
      highlighted: evil.id,
    }),
  );
  expect(file).not.toContain("<script");
  expect(file).not.toContain("\u0000");
  expect(file).toContain("&lt;/text&gt;&lt;script&gt;&quot;&amp;");
});

test("a file explains its marks and is SVG with a size", () => {
  const file = svgFile(drawFigure({ figure: { points, fit: makeFit() }, frame }, words, { legend: true }));
  expect(file).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="680" height="\d+"/,
  );
  for (const meaning of ["reference model", "above the line", "below the line", "fitted line, 95 % band"]) {
    expect(file).toContain(`>${meaning}<`);
  }
});
