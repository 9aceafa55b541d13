import { expect, test } from "vitest";
import { figureFrame } from "@/app/_components/figure/drawing/figure-frame";
import { edgeMarker } from "@/app/_components/plot/edge-marker";

const frame = figureFrame(680);

test("a point outside the frame is marked on the side where it lies", () => {
  expect(edgeMarker(frame, frame.left - 50, 200)).toMatchObject({ angle: 180, y: 200 });
  expect(edgeMarker(frame, 200, frame.bottom + 9)).toMatchObject({ angle: 90, x: 200 });
  expect(edgeMarker(frame, 200, 200)).toBeNull();
});
