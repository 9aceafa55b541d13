import * as fc from "fast-check";
import { expect, test } from "vitest";
import { figureFrame } from "@/app/_components/figure/drawing/figure-frame";
import { placeLabels, textWidth } from "@/app/_components/plot/place-labels";

const frame = figureFrame(680);
const place = fc.record({
  x: fc.integer({ min: frame.left, max: frame.right }),
  y: fc.integer({ min: frame.top, max: frame.bottom }),
});
const box = ({ text, textX, textY, anchor }: ReturnType<typeof placeLabels>[number]) => {
  const width = textWidth(text);
  const left = anchor === "start" ? textX : anchor === "end" ? textX - width : textX - width / 2;
  return { left, right: left + width, top: textY - 10, bottom: textY + 4 };
};

test("names cover neither each other nor a point, and stay in the frame", () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), (points) => {
      const labels = points
        .slice(0, 12)
        .map((point, i) => ({ ...point, id: String(i), text: `resnet${i}_v2` }));
      const boxes = placeLabels({ labels, points, lines: [], frame }).map(box);
      for (const [i, one] of boxes.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(frame.left);
        expect(one.right).toBeLessThanOrEqual(frame.right);
        expect(
          points.some(({ x, y }) => x > one.left && x < one.right && y > one.top && y < one.bottom),
        ).toBe(false);
        for (const other of boxes.slice(i + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("a name stands to the right of a lonely point", () => {
  const [label] = placeLabels({
    labels: [{ id: "a", text: "alexnet", x: 200, y: 200 }],
    points: [{ x: 200, y: 200 }],
    lines: [],
    frame,
  });
  expect(label).toMatchObject({ anchor: "start", hasLeader: false });
  expect(label!.textX).toBeGreaterThan(200);
});

test("the more wanted name takes the place that two want", () => {
  const at = { x: 300, y: 300 };
  const crowd = Array.from({ length: 40 }, (_, i) => ({ x: 200 + 5 * i, y: 330 }));
  const labels = ["first", "second"].map((text) => ({ id: text, text, ...at }));
  expect(placeLabels({ labels, points: [at, ...crowd], lines: [], frame })[0]!.text).toBe("first");
});

test("a name leaves a line free where it can", () => {
  const point = { x: 300, y: 300 };
  const lines = Array.from({ length: 60 }, (_, i) => ({ x: 300 + 4 * i, y: 300 }));
  const [label] = placeLabels({
    labels: [{ id: "a", text: "vgg", ...point }],
    points: [point],
    lines,
    frame,
  });
  expect(label!.anchor).toBe("end");
});
